import Testing

#if os(Linux)
/// What goes on after its owner is told.
@Suite struct LeftBehindTests {
    private func verify(_ text: String, _ options: [String] = []) async throws -> ProgramRun {
        let scratch = try Scratch()
        try scratch.add("lamp.py", text)
        return try await ProgramRun.understudy(
            ["lamp.py", "--preemptions", "0", "--replays", "none"] + options, command: "verify",
            in: scratch.folder, limit: 300)
    }

    /// An extension with a worker, and what it does in the worker and when it is torn down.
    private func lamp(_ work: String, _ end: String) -> String {
        """
        import queue, threading, time

        class Lamp:
            def __init__(self, ownerComp):
                self.stop = threading.Event()
                self.jobs = queue.Queue()
            def StartWork(self):
                threading.Thread(target=self.work, daemon=True).start()
            def work(self):
                \(work)
            def onDestroyTD(self):
                \(end)
        """
    }

    @Test(arguments: [
        ("self.jobs.get()", "pass", true),
        ("self.jobs.get()", "for _ in range(2): self.jobs.put(None)", false),
        ("while not self.stop.wait(0.1): pass", "pass", true),
        ("while not self.stop.wait(0.1): pass", "self.stop.set()", false),
        ("time.sleep(0.4)", "pass", false),
    ])
    func `a thread that outlives its extension is told`(
        work: String, end: String, isLeft: Bool
    ) async throws {
        let run = try await verify(lamp(work, end), ["--frames", "60"])

        let sentence =
            "left behind: Thread-1 (work) goes on, though Lamp of /project1/lamp, which started "
            + "it, was torn down in frame 2. [TH205]"
        #expect(run.output.contains(sentence) == isLeft, "\(run.text)")
        #expect(run.output.contains("when the extension is made anew while it works"))
        if !isLeft { #expect(!run.output.contains("left behind"), "\(run.text)") }
    }

    /// An extension with a program, and how it starts it and what it does when it is torn down.
    private func player(_ options: String, _ end: String) -> String {
        """
        import os, signal, subprocess

        class Player:
            def __init__(self, ownerComp):
                self.program = None
            def StartPlayer(self):
                self.program = subprocess.Popen(['sleep', '50']\(options))
            def onDestroyTD(self):
                \(end)
        """
    }

    @Test(arguments: [
        ("", "pass", true), (", stdin=-1", "self.program.stdin.close()", true),
        ("", "self.program.terminate()", false),
        ("", "self.program.kill(); self.program.wait()", false),
        ("", "p = self.program.pid; os.kill(p, 15); os.waitid(os.P_PID, p, os.WEXITED)", false),
        (", start_new_session=True", "pass", false),
    ])
    func `a program that outlives the project is told`(
        options: String, end: String, isLeft: Bool
    ) async throws {
        let run = try await verify(
            player(options, end), ["--frames", "4", "--scenarios", "own"])

        let sentence =
            "left behind: The program 'sleep 50' goes on, though the project has ended. [TH209]"
        #expect(run.output.contains(sentence) == isLeft, "\(run.text)")
        #expect(run.exitCode == (isLeft ? 1 : 0), "\(run.text)")
        #expect(run.output.contains("1 schedule explored"))
    }
}
#endif
