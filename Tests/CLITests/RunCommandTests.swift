import Foundation
import Testing

@Suite struct RunCommandTests {
    private static let counting = """
        import sys
        def onFrameStart(frame):
        \tme.store('n', me.fetch('n', 0) + 1)
        def onExit():
        \tprint('frames', me.fetch('n', 0), sys.argv[1:])
        """

    @Test(arguments: [
        (["--frames", "0"], "frames 0 []"), (["--frames", "7"], "frames 7 []"),
        (["--seconds", "0.5", "--clock", "virtual"], "frames 30 []"),
        (["--seconds", "1", "--fps", "24", "--clock", "virtual"], "frames 24 []"),
        (["--clock", "virtual"], "frames 120 []"),
        (["--frames", "2", "--", "--frames", "ä b"], "frames 2 ['--frames', 'ä b']"),
    ])
    func `a run is as long as it was asked to be`(options: [String], says: String) async throws {
        let file = try Scratch().add("a.py", Self.counting)

        let run = try await ProgramRun.understudy([file.path] + options)

        #expect(run.exitCode == 0)
        #expect(run.output.contains(says + "\n"), "\(run.text)")
    }

    @Test(arguments: [
        (["--frames", "-1"], "--frames is 0 or more, not -1."),
        (["--frames", "99999999999999999999"], "'99999999999999999999' is invalid"),
        (["--frames", "many"], "'many' is invalid"),
        (["--frames", "1", "--forever"], "one of --frames, --seconds and --forever"),
        (["--seconds", "-0.1"], "from 0 to a billion"), (["--seconds", "nan"], "to a billion"),
        (["--fps", "0"], "from 0.01 to 10000"), (["--fps", "inf"], "from 0.01 to 10000"),
        (["--clock", "wall"], "'wall' is invalid"), (["--guard", "maybe"], "'maybe' is invalid"),
        (["--call", ""], "--call needs an expression"), (["--call", "3:"], "--call needs"),
        (["--nonsense"], "Unknown option '--nonsense'"), (["--format", "xml"], "'xml' is invalid"),
    ])
    func `a wrong option is refused before anything runs`(
        options: [String], says: String
    ) async throws {
        let file = try Scratch().add("a.py", "print('it ran')\n")

        let run = try await ProgramRun.understudy([file.path] + options)

        #expect(run.exitCode == 2)
        #expect(run.errors.contains(says), "\(run.text)")
        #expect(!run.text.contains("it ran"))
    }

    @Test func `calls come before their frame and prints at the end, in the order given`()
        async throws
    {
        let file = try Scratch().add("a.py", Self.counting)

        let run = try await ProgramRun.understudy([
            file.path, "--frames", "3", "--quiet", "--call", "print('first', me)",
            "--call", "2:print('before frame 3')", "--print", "me.name", "--print", "-1",
        ])

        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(run.exitCode == 0)
        #expect(
            lines == [
                "first /project1", "before frame 3", "frames 3 []", "project1", "-1",
            ])
    }

    @Test func `an expression that fails is an error and the others are still printed`()
        async throws
    {
        let file = try Scratch().add("a.py", "pass\n")

        let run = try await ProgramRun.understudy([
            file.path, "--frames", "1", "--print", "1/0", "--print", "6*7",
        ])

        #expect(run.exitCode == 1)
        #expect(run.output.contains("1/0 failed, see errors"))
        #expect(run.output.contains("6*7 = 42"))
        #expect(run.errors.contains("ZeroDivisionError"))
    }

    @Test func `virtual time waits for a worker, but not for ever`() async throws {
        let worker = """
            import threading, time
            class Lamp:
            \tdef __init__(self, ownerComp):
            \t\tself.lit = []
            \tdef StartLamp(self):
            \t\tthreading.Thread(target=self.work, daemon=True).start()
            \t\tthreading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
            \tdef work(self):
            \t\ttime.sleep(0.3)
            \t\tself.lit.append('lit')
            """
        let file = try Scratch().add("lamp.py", worker)

        let run = try await ProgramRun.understudy(
            [
                file.path, "--clock", "virtual", "--frames", "1000", "-q", "--print",
                "op('lamp').ext.Lamp.lit",
            ])

        #expect(run.output == "['lit']\n")
        #expect(!run.isTooSlow)
    }

    @Test func `help names every exit code and the end of a run`() async throws {
        let run = try await ProgramRun.understudy(["--help"])

        #expect(run.exitCode == 0)
        for word in ["0 all is well", "1 ", "2 ", "10 ", "11 ", "130 ", "143 ", "(120 when"] {
            #expect(run.output.contains(word), "'\(word)' is missing")
        }
    }
}
