import Testing

#if os(Linux)
/// What may happen to a project can be written down, with what must hold then.
@Suite struct ScenarioFileTests {
    private static let server = """
        import threading

        class Server:
            def __init__(self, ownerComp):
                self.stop = threading.Event()
                self.isUp = False
            def Start(self):
                self.stop.clear()
                threading.Thread(target=self.serve, daemon=True).start()
            def serve(self):
                self.isUp = True
                self.stop.wait()
                self.isUp = False
            def Stop(self):
                self.stop.set()
            def onDestroyTD(self):
                self.Stop()
        """

    private static let scenarios = """
        def stopped(project):
            \"\"\"the server is stopped, and a frame later\"\"\"
            server = project.op('server').ext.Server
            yield
            server.Stop()
            yield
            assert not server.isUp, 'it is up'

        def left_alone(project):
            for _ in range(4):
                yield
            assert op('/project1/server') is project.op('server')
        """

    private func scratch(_ scenarios: String = scenarios) throws -> Scratch {
        let scratch = try Scratch()
        try scratch.add("server.py", Self.server)
        try scratch.add("cases/stop.py", scenarios)
        return scratch
    }

    private func verify(
        _ scratch: Scratch, _ options: [String] = ["--scenarios", "own", "--frames", "6"]
    ) async throws -> ProgramRun {
        try await ProgramRun.understudy(
            ["server.py", "--scenario", "cases/stop.py"] + options, command: "verify",
            in: scratch.folder, limit: 120)
    }

    @Test func `what it asserts is looked at in all orders, and the order that breaks it replayed`()
        async throws
    {
        let scratch = try scratch()
        let run = try await verify(
            scratch,
            ["--scenarios", "own", "--frames", "6", "--preemptions", "2", "--seconds", "600"])
        let replay = try await ProgramRun.understudy(
            ["server-1.tdsched"], command: "replay", in: scratch.folder)

        let sentence =
            "invariant broken: What the scenario 'the server is stopped, and a frame later' asserts "
            + "is not so: it is up. [TH702]\n  --> cases/stop.py:7\n"
            + "      assert not server.isUp, 'it is up'\n"
        #expect(run.exitCode == 1)
        #expect(run.output.contains(sentence), "\(run.text)")
        #expect(run.output.contains("1 defect."), "\(run.text)")
        #expect(run.output.contains("with up to 2 preemptions as well when the server"))
        #expect(replay.exitCode == 1, "\(replay.text)")
        #expect(replay.output.hasPrefix("invariant broken: What the scenario 'the server is"))
    }

    @Test func `one that has changed is not replayed`() async throws {
        let scratch = try scratch()
        _ = try await verify(scratch)
        try scratch.add("cases/stop.py", Self.scenarios + "\n\n# more\n")

        let replay = try await ProgramRun.understudy(
            ["server-1.tdsched"], command: "replay", in: scratch.folder)

        #expect(replay.exitCode == 2)
        #expect(replay.errors.contains("cases/stop.py:1 has changed."), "\(replay.text)")
    }

    @Test func `one that needs more frames than there are says so`() async throws {
        let scratch = try scratch("def long(project):\n    while True:\n        yield\n")

        let run = try await verify(
            scratch, ["--scenarios", "own", "--preemptions", "0", "--frames", "3"])

        #expect(run.exitCode == 1)
        #expect(
            run.output.contains("long of cases/stop.py has not come to its end."), "\(run.text)")
        #expect(run.output.contains("It has 3 frames, one for each yield"))
    }

    @Test(arguments: [
        ("def f(:\n", "cannot be read: SyntaxError"), ("x = 1\n", "has no scenario"),
        ("def _f(): pass\n", "has no scenario"),
    ])
    func `what is no scenario is refused`(text: String, says: String) async throws {
        let run = try await verify(try scratch(text))

        #expect(run.exitCode == 2)
        #expect(run.errors.contains("cases/stop.py"), "\(run.text)")
        #expect(run.errors.contains(says), "\(run.text)")
    }

    @Test func `one that is not there is named`() async throws {
        let scratch = try scratch()
        let run = try await ProgramRun.understudy(
            ["server.py", "--scenario", "nowhere.py"], command: "verify", in: scratch.folder)

        #expect(run.exitCode == 2)
        #expect(run.errors.contains("The scenarios in nowhere.py cannot be read"), "\(run.text)")
    }
}
#endif
