import Foundation
import Testing

/// What the gate asks of the scheduler, as a run's own threads see it.
struct GILGateTests {
    #if os(Linux) && arch(x86_64)
    /// `turn()`: the length of the calling thread's turns in nanoseconds; 0 from a kernel that knows of none.
    private static let asking = """
        import ctypes
        import struct

        ASK = (
            "import ctypes, struct; answer = ctypes.create_string_buffer(48); "
            "ctypes.CDLL(None).syscall(315, 0, answer, 48, 0); "
            "turn = struct.unpack_from('<Q', answer.raw, 24)[0]"
        )

        def turn():
            names = {}
            exec(ASK, names)
            return names['turn']
        """

    /// Prints the length of the turns of the main thread, of a worker before and after the main thread has
    /// come into its way, and of a process that the worker starts.
    private static let script = """
        import subprocess, sys, threading

        class Turns:
            def __init__(self, ownerComp):
                self.frames = 0
                self.rounds = 0
                self.seen = 0
                self.isOver = False
                self.worker = threading.Thread(target=self.work)

            def StartWorker(self):
                self.worker.start()

            def work(self):
                before = turn()
                while not self.isOver:
                    self.rounds += 1
                child = subprocess.run(
                    [sys.executable, '-c', ASK + '; print(turn)'], capture_output=True, text=True)
                print('turns', turn(), before, child.stdout.strip())

            def CheckFrame(self):
                # On a busy machine frames pass in which the worker does not run.
                if self.rounds == self.seen:
                    return
                self.seen = self.rounds
                self.frames += 1
                if self.frames == 8:
                    self.isOver = True
                    self.worker.join()
                    print('main', turn())
                    project.quit(force=True)
        """

    @Test
    func `the main thread's turns are the shortest, a worker's are long, and none is inherited`()
        async throws
    {
        let scratch = try Scratch()
        let file = try scratch.add("turns.py", Self.asking + "\n" + Self.script)

        let run = try await ProgramRun.understudy([file.path, "--frames", "3000"])

        #expect(run.exitCode == 0, "\(run.text)")
        let turns = numbers(after: "turns", in: run.output)
        let main = numbers(after: "main", in: run.output)
        try #require(turns.count == 3 && main.count == 1, "\(run.text)")
        guard main != [0] else {
            print("This kernel gives all threads turns of one length: nothing to see here.")
            return
        }
        #expect(main == [100_000])
        #expect(turns[0] == 20_000_000)
        #expect(turns[2] != turns[0] && turns[2] != main[0])
    }

    /// Prints the longest turns of a worker that computes in Python, then the shortest of the same worker
    /// while it computes without the GIL, then those once it computes in Python again.
    private static let computing = """
        import threading, zlib

        class Turns:
            def __init__(self, ownerComp):
                self.isOver = False

            def StartWorkers(self):
                threading.Thread(target=self.keep, daemon=True).start()
                threading.Thread(target=self.work, daemon=True).start()

            def keep(self):
                while True:
                    pass

            def work(self):
                inPython = self.turns(
                    lambda: sum(range(1000)), lambda length: length == 20_000_000)
                data = bytes(1 << 22)
                without = self.turns(
                    lambda: zlib.compress(data), lambda length: length != inPython)
                again = self.turns(
                    lambda: sum(range(1000)), lambda length: length == inPython)
                print('turns', inPython, without, again)
                self.isOver = True

            def turns(self, work, isEnough):
                for _ in range(20_000):
                    work()
                    if isEnough(turn()):
                        break
                return turn()

            def CheckFrame(self):
                if self.isOver:
                    project.quit(force=True)
        """

    @Test
    func `a thread that computes without the GIL has shorter turns while it does`() async throws {
        let scratch = try Scratch()
        let file = try scratch.add("turns.py", Self.asking + "\n" + Self.computing)

        let run = try await ProgramRun.understudy([file.path, "--frames", "3000"])

        #expect(run.exitCode == 0, "\(run.text)")
        let turns = numbers(after: "turns", in: run.output)
        try #require(turns.count == 3, "\(run.text)")
        guard turns != [0, 0, 0] else {
            print("This kernel gives all threads turns of one length: nothing to see here.")
            return
        }
        #expect(turns == [20_000_000, 2_800_000, 20_000_000])
    }

    private func numbers(after word: String, in text: String) -> [Int] {
        let line = text.split(separator: "\n").first { $0.hasPrefix(word + " ") } ?? ""
        return line.split(separator: " ").dropFirst().compactMap { Int($0) }
    }
    #endif
}
