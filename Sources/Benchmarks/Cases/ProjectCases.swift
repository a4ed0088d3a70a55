internal import Foundation

/// Whole projects, shown by the program: a generated one, and real ones where somebody has them.
enum ProjectCases {
    private static let rounds = 15
    /// The networks of a checkout of Embody, in the folder that `UNDERSTUDY_NETWORKS` names.
    private static let embody = ["dev/embody.tdn", "dev/specimen_lab.tdn"]

    /// Measures the time and memory of `understudy tree`, beside those of a program that only parses the
    /// same file with PyYAML.
    ///
    /// - Parameters:
    ///   - program: The built `understudy`.
    ///   - python: The `python3` that belongs to the linked library.
    /// - Returns: A timing for each project.
    /// - Throws: What writing a file or starting a process says against it.
    static func run(program: String, python: String) throws -> [ProjectTiming] {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("understudy-benchmark-\(getpid()).tdn")
        try LargeProject.text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let folder = ProcessInfo.processInfo.environment["UNDERSTUDY_NETWORKS"]
        let real = folder.map { folder in embody.map { "\(folder)/\($0)" } } ?? []
        var timings = [
            try timing("generated, \(LargeProject.operators) operators", file.path, program, python)
        ]
        for path in real where FileManager.default.fileExists(atPath: path) {
            timings.append(try timing((path as NSString).lastPathComponent, path, program, python))
        }
        return timings
    }

    private static func timing(
        _ name: String, _ path: String, _ program: String, _ python: String
    ) throws -> ProjectTiming {
        let parse = "import sys, yaml; yaml.load(open(sys.argv[1]).read(), yaml.CSafeLoader)"
        let theirs = ["-I", "-c", parse, path]
        let hasRival = (try? ChildProcess(python, theirs)) != nil
        var ours: [ChildProcess] = []
        var rivals: [ChildProcess] = []
        for _ in 0..<rounds {
            ours.append(try ChildProcess(program, ["tree", path]))
            if hasRival { rivals.append(try ChildProcess(python, theirs)) }
        }
        return ProjectTiming(
            name: name, ours: Spread(ours.map(\.milliseconds)),
            python: Spread(rivals.map(\.milliseconds)),
            oursMemory: try PeakMemory.megabytes(of: program, ["tree", path], startedBy: python),
            pythonMemory: hasRival
                ? try PeakMemory.megabytes(of: python, theirs, startedBy: python) : nil)
    }
}
