internal import Foundation

/// From saving an answer to its verdict, on a terminal in which `understudy learn` runs.
enum LearnCases {
    private static let rounds = 100
    /// How long one verdict may take before the measurement is given up.
    ///
    /// - Units: milliseconds
    private static let patience: Int32 = 30_000

    /// Measures wrong answers, which the static rules find, and right ones, which are run as well.
    ///
    /// - Parameter program: The built `understudy`.
    /// - Returns: The times of both.
    /// - Throws: What keeps the program from being started, or from judging.
    static func run(program: String) throws -> [VerdictTiming] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("understudy-learn-benchmark-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lesson = folder.appendingPathComponent("01-sum.md")
        try Self.lesson.write(to: lesson, atomically: true, encoding: .utf8)
        let answer = folder.appendingPathComponent("me/01-sum/sum.py")
        let screen = try Screen(
            program, ["learn", lesson.path, "--folder", folder.appendingPathComponent("me").path])
        defer { screen.end() }
        try screen.wait(for: "[expect]", patience)
        var wrong: [Double] = []
        var right: [Double] = []
        for _ in 0..<rounds {
            wrong.append(try time(Self.wrong, "[TH101]", answer, screen))
            right.append(try time(Self.right, "Right, judged", answer, screen))
        }
        return [
            VerdictTiming("a wrong answer, found by a rule", wrong),
            VerdictTiming("a right answer, checked and run", right),
        ]
    }

    private static func time(
        _ code: String, _ verdict: String, _ file: URL, _ screen: Screen
    ) throws -> Double {
        screen.forget()
        let begin = ThreadTime.wall
        try code.write(to: file, atomically: true, encoding: .utf8)
        try screen.wait(for: verdict, patience)
        return Double(ThreadTime.wall &- begin) / 1e6
    }

    /// A terminal and the program in it.
    private final class Screen {
        private let terminal: Int32
        private var process = pid_t()
        private var seen = Data()

        init(_ program: String, _ arguments: [String]) throws {
            terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
            guard terminal >= 0, let name = Self.otherSide(of: terminal) else {
                throw BenchmarkError(description: "There is no terminal to be had.")
            }
            var actions = posix_spawn_file_actions_t()
            posix_spawn_file_actions_init(&actions)
            defer { posix_spawn_file_actions_destroy(&actions) }
            for descriptor: Int32 in 0...2 {
                posix_spawn_file_actions_addopen(&actions, descriptor, name, O_RDWR, 0)
            }
            var words = ([program] + arguments).map { strdup($0) } + [nil]
            defer { words.forEach { free($0) } }
            guard posix_spawn(&process, program, &actions, nil, &words, environ) == 0 else {
                throw BenchmarkError(description: "\(program) does not start.")
            }
        }

        /// The terminal's other side, unlocked, in which a program can run.
        private static func otherSide(of terminal: Int32) -> String? {
            #if canImport(Darwin)
            guard grantpt(terminal) == 0, unlockpt(terminal) == 0 else { return nil }
            return ptsname(terminal).map { String(cString: $0) }
            #else
            var (lock, number): (Int32, UInt32) = (0, 0)
            let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
            guard ioctl(terminal, setLock, &lock) == 0, ioctl(terminal, getNumber, &number) == 0
            else { return nil }
            return "/dev/pts/\(number)"
            #endif
        }

        /// Forgets what was on the screen.
        func forget() { seen = Data() }

        /// Reads until a text is on the screen.
        func wait(for text: String, _ patience: Int32) throws {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while seen.range(of: Data(text.utf8)) == nil {
                var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
                let count =
                    poll(&source, 1, patience) > 0 ? read(terminal, &buffer, buffer.count) : 0
                guard count > 0 else {
                    throw BenchmarkError(
                        description: "'\(text)' did not come: "
                            + String(decoding: seen, as: UTF8.self))
                }
                seen += buffer[..<count]
            }
        }

        /// Ends the program.
        func end() {
            kill(process, SIGKILL)
            var status: Int32 = 0
            waitpid(process, &status, 0)
            close(terminal)
        }
    }

    private static let right = """
        class Sum:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp

            def StartSum(self):
                self.ownerComp.op('table1')[0, 0].val = 6 * 7

        """

    private static let wrong = """
        import threading

        class Sum:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp

            def StartSum(self):
                threading.Thread(target=self.work, daemon=True).start()

            def work(self):
                self.ownerComp.op('table1')[0, 0].val = 6 * 7

        """

    private static let lesson = """
        ---
        title: A sum
        kind: fix
        file: sum.py
        frames: 60
        expect:
          - { that: "the sum is in table1", value: "op('sum/table1')[0, 0].val", is: "42" }
        ---
        # A sum

        ## Task 1: Sum up
        Write 42 into table1.

        ## Starter
        ```python
        class Sum:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp

            def StartSum(self):
                self.ownerComp.op('table1')[0, 0].val = 1
        ```
        Fails: `expect`

        ## Solution
        ```python
        \(right)```

        """
}
