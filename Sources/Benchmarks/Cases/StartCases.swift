internal import Foundation

/// From the start of the program to its end, with one frame in between.
enum StartCases {
    private static let rounds = 201
    private static let imports = ["", "import json, threading"]

    private static func script(importing line: String) -> String {
        """
        \(line)

        class Counter:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp
                self.frames = 0

            def CheckFrame(self):
                self.frames += 1

        """
    }

    /// Measures the program beside `python3 -I -c pass`, in turns.
    ///
    /// - Parameters:
    ///   - program: The built `understudy`.
    ///   - python: The `python3` that belongs to the linked library.
    /// - Returns: Both spreads, without an import and with one.
    /// - Throws: What starting a process says against it.
    static func run(program: String, python: String) throws -> [StartComparison] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("understudy-benchmark-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try imports.map { line in
            let script = folder.appendingPathComponent("extension.py")
            try Self.script(importing: line).write(to: script, atomically: true, encoding: .utf8)
            let ours = ["run", script.path, "--frames", "1", "--quiet"]
            return try compare(program, ours, python, line)
        }
    }

    private static func compare(
        _ program: String, _ ours: [String], _ python: String, _ imported: String
    ) throws -> StartComparison {
        let theirs = ["-I", "-c", imported.isEmpty ? "pass" : imported]
        // The first start compiles the Python modules that come along.
        for _ in 0..<3 {
            _ = try milliseconds(program, ours)
            _ = try milliseconds(python, theirs)
        }
        var samples: (ours: [Double], theirs: [Double]) = ([], [])
        for _ in 0..<rounds {
            samples.theirs.append(try milliseconds(python, theirs))
            samples.ours.append(try milliseconds(program, ours))
        }
        return StartComparison(
            imported: imported, ours: Spread(samples.ours), python: Spread(samples.theirs),
            ourBest: samples.ours.min() ?? 0, pythonBest: samples.theirs.min() ?? 0)
    }

    private static func milliseconds(_ program: String, _ arguments: [String]) throws -> Double {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        let begin = ThreadTime.wall
        var child = pid_t()
        guard posix_spawn(&child, program, &actions, nil, &words, environ) == 0 else {
            throw BenchmarkError(description: "\(program) does not start.")
        }
        var status: Int32 = 0
        waitpid(child, &status, 0)
        guard status == 0 else {
            throw BenchmarkError(description: "\(program) ended with status \(status).")
        }
        return Double(ThreadTime.wall &- begin) / 1e6
    }
}
