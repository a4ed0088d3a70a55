import Foundation
import Testing

#if os(Linux)
/// What verify does to a project beside what the project does by itself.
@Suite struct FaceScenarioTests {
    private func verify(_ text: String) async throws -> ProgramRun {
        let scratch = try Scratch()
        try scratch.add("lamp.py", text)
        return try await ProgramRun.understudy(
            ["lamp.py", "--preemptions", "0", "--frames", "40", "--replays", "none"],
            command: "verify", in: scratch.folder, limit: 120)
    }

    /// An extension that starts a worker once, and what the worker does.
    private func lamp(_ work: String) -> String {
        """
        import queue, socket, threading

        class Lamp:
            def __init__(self, ownerComp):
                self.worker = None
                self.values = queue.Queue(maxsize=4)
                self.stop = threading.Event()
            def Start(self):
                if self.worker is None:
                    self.worker = threading.Thread(target=self.work, daemon=True)
                    self.worker.start()
            def work(self):
                \(work)
            def Poll(self):
                while not self.values.empty():
                    self.values.get_nowait()
            def onDestroyTD(self):
                self.stop.set()
        """
    }

    @Test func `in a frame that takes long a queue that is emptied in each frame gets full`()
        async throws
    {
        let work = "while not self.stop.wait(0.1): self.values.put(1, timeout=0.5)"
        let run = try await verify(lamp(work))

        #expect(run.exitCode == 1)
        #expect(
            run.output.contains(
                "exception: Full, in the thread of Thread-1 (work). [TH603]\n  --> lamp.py:13\n"
                    + "  when a frame takes two seconds while it works"), "\(run.text)")
        #expect(run.output.contains("1 defect."))
    }

    @Test func `a worker that does not find its port free has to say so`() async throws {
        let bind = "socket.socket().bind(('127.0.0.1', 0))"
        let fails = try await verify(lamp(bind))
        let says = try await verify(
            lamp("try: \(bind)\n        except OSError as error: self.values.put(error)"))

        #expect(
            fails.output.contains(
                "by whoever `verify` lets have it, in the thread of Thread-1 (work). [TH603]\n"
                    + "  --> lamp.py:13\n"), "\(fails.text)")
        #expect(says.exitCode == 0, "\(says.text)")
        #expect(says.output.contains("when its port is taken"))
    }

    @Test func `who calls it on the main thread hears of the port himself`() async throws {
        let bind = "socket.socket().bind(('127.0.0.1', 0))\n        "
        let run = try await verify(
            lamp("pass").replacingOccurrences(of: "if self.worker", with: bind + "if self.worker"))

        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.output.contains("when its port is taken"), "\(run.text)")
    }
}
#endif
