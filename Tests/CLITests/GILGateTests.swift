import Foundation
import Testing

/// What the gate asks of the scheduler, as a run's own threads see it.
struct GILGateTests {
    #if os(Linux) && arch(x86_64)
    /// Prints the length of the turns, in nanoseconds, of the main thread, of a worker before and after it
    /// has waited for the GIL, and of a process that the worker starts; 0 from a kernel that knows of none.
    private static let script = """
        import ctypes
        import struct
        import subprocess
        import sys
        import threading

        ASK = (
            "import ctypes, struct; answer = ctypes.create_string_buffer(48); "
            "ctypes.CDLL(None).syscall(315, 0, answer, 48, 0); "
            "turn = struct.unpack_from('<Q', answer.raw, 24)[0]"
        )

        def turn():
            names = {}
            exec(ASK, names)
            return names['turn']

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
        let file = try scratch.add("turns.py", Self.script)

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

    private func numbers(after word: String, in text: String) -> [Int] {
        let line = text.split(separator: "\n").first { $0.hasPrefix(word + " ") } ?? ""
        return line.split(separator: " ").dropFirst().compactMap { Int($0) }
    }
    #endif
}
