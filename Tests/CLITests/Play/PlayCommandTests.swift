import Foundation
import Testing

#if os(Linux)
/// Somebody who plays the scheduler on a terminal's lines.
struct PlayCommandTests {
    @Test func `a player sees where threads stand and what they see`() async throws {
        let run = try await play("q", Self.counter)

        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.output.contains("MainThread: can go on  at"))
        #expect(run.output.contains("self.total = 0"))
        #expect(run.output.contains("a queue of 1: ['job']"))
        #expect(run.output.contains("Who moves next?"))
    }

    @Test func `a player sees what the operators hold that they did not hold before`() async throws
    {
        let moves = Array(repeating: "1", count: 30).joined(separator: "\n") + "\nq"

        let run = try await play(moves, Self.writer)

        #expect(run.output.contains("Who moves next?"), "\(run.text)")
        #expect(run.output.contains("  operators:"), "\(run.text)")
        #expect(run.output.contains("      /project1/counter/table1[0, 0] = 'one'"))
        #expect(run.output.contains("      /project1/counter.par.opshortcut = Mine"))
        #expect(run.output.contains("      /project1/counter/made is new"))
        let first = run.output.components(separatedBy: "Who moves next?")[0]
        #expect(!first.contains("  operators:"))
    }

    @Test func `a player loses an update, and the schedule is kept and shows it again`()
        async throws
    {
        let scratch = try Scratch()
        try scratch.add("counter.py", Self.counter)

        // Thread a reads the total, b adds its own, a writes what it has read.
        let run = try await winning(in: scratch)
        let replay = try await ProgramRun.understudy(
            ["counter-played.tdsched"], command: "replay", in: scratch.folder)

        #expect(run.exitCode == 1, "\(run.text)")
        #expect(run.output.contains("kept: understudy replay counter-played.tdsched"))
        #expect(replay.exitCode == 1, "\(replay.text)")
        #expect(replay.output.contains("ValueError: an update is lost"))
    }

    @Test func `taking back a move leads to where it came from`() async throws {
        let run = try await play("2\nu\nq", Self.counter)

        let screens = run.output.components(separatedBy: "\n> ")
        #expect(screens.count >= 3)
        #expect(screens[0] == screens[2], "\(run.output)")
        #expect(screens[0] != screens[1])
    }

    @Test func `a game goes to its end, where nothing is broken`() async throws {
        let run = try await play("e\nq", Self.counter)

        #expect(run.exitCode == 0)
        #expect(run.output.contains("nothing broke"))
    }

    @Test func `what is no choice is told, and the end of input quits`() async throws {
        let run = try await play("9\nx", Self.counter)

        #expect(run.exitCode == 0)
        #expect(run.output.contains("There is no '9' here."))
        #expect(run.output.contains("There is no 'x' here."))
    }

    /// A player who stops thread a between its read and its write until b is done.
    private func winning(in scratch: Scratch) async throws -> ProgramRun {
        let player = try scratch.add("player.py", Self.player)
        return try await .understudy(
            [player.path, BuiltProgram.path], command: "python", in: scratch.folder)
    }

    private static let player = """
        import re, subprocess, sys

        game = subprocess.Popen([sys.argv[1], "play", "counter.py", "--frames", "3"], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        seen = ""

        def screen():
            text = ""
            while not text.endswith("\\n> "):
                letter = game.stdout.read(1)
                if not letter:
                    break
                text += letter
            return text

        for _ in range(100):
            text = screen()
            seen += text
            if "Who moves next?" not in text:
                break
            choices = re.findall(r"^  (\\d)  (.*?)(?:  .*)?$", text.split("next?")[1], re.M)
            has_read, b_is_at = "[a] counter.py:12" in seen, "[b] counter.py:12" in seen
            wanted = ["a", "thread", "MainThread"]
            if has_read:
                wanted = ["b", "a" if b_is_at else "thread", "MainThread"]
            found = [n for w in wanted for n, name in choices
                if name == w or w == "thread" and w in name]
            game.stdin.write((found or ["1"])[0] + "\\n")
            game.stdin.flush()
        game.stdin.close()
        seen += game.stdout.read()
        print(seen)
        sys.exit(game.wait())
        """

    private func play(
        _ lines: String, _ code: String, in given: Scratch? = nil
    ) async throws -> ProgramRun {
        let scratch = try given ?? Scratch()
        try scratch.add("counter.py", code)
        try scratch.add("moves", lines + "\n")
        return try await .shell(
            "\"$understudy\" play counter.py --frames 3 < moves", in: scratch.folder)
    }

    /// Writes into operators, and goes on with a thread that has several lines to move to.
    private static let writer = """
        import queue, threading

        class Counter:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp
                self.numbers = queue.Queue()

            def StartCounter(self):
                threading.Thread(target=self.count, daemon=True).start()
                self.ownerComp.op('table1')[0, 0].val = 'one'
                self.ownerComp.par.opshortcut = 'Mine'
                self.ownerComp.create(textDAT, 'made')
                self.numbers.put(1)
                self.numbers.put(2)

            def count(self):
                for number in range(4):
                    self.numbers.put(number)
        """

    private static let counter = """
        import queue, threading

        class Counter:
            def __init__(self, ownerComp):
                self.total = 0
                self.jobs = queue.Queue()

            def one(self):
                return 1

            def add(self):
                self.total = self.total + self.one()

            def StartCounter(self):
                self.jobs.put('job')
                self.workers = [threading.Thread(target=self.add, name=n, daemon=True) for n in 'ab']
                for worker in self.workers:
                    worker.start()

            def CheckCounter(self):
                if self.workers and not any(w.is_alive() for w in self.workers):
                    self.workers = []
                    if self.total != 2:
                        raise ValueError('an update is lost')

        """
}
#endif
