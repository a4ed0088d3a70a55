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
            _ = try ChildProcess(program, ours).milliseconds
            _ = try ChildProcess(python, theirs).milliseconds
        }
        var samples: (ours: [Double], theirs: [Double]) = ([], [])
        for _ in 0..<rounds {
            samples.theirs.append(try ChildProcess(python, theirs).milliseconds)
            samples.ours.append(try ChildProcess(program, ours).milliseconds)
        }
        return StartComparison(
            imported: imported, ours: Spread(samples.ours), python: Spread(samples.theirs),
            ourBest: samples.ours.min() ?? 0, pythonBest: samples.theirs.min() ?? 0)
    }
}
