internal import Foundation

/// The most memory that a program had at once, from its start to its end.
enum PeakMemory {
    /// Python starts the program and asks for its own children's peak: a child of this process, which is
    /// large itself, would be told with this one's memory, as Linux counts what was there before `exec`.
    private static let script = """
        import resource, subprocess, sys
        subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print(peak / (1 << (20 if sys.platform == "darwin" else 10)))
        """

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - program: The path of the program.
    ///   - arguments: What it is given.
    ///   - python: The `python3` that starts it, whose own memory is not counted unless it is more.
    /// - Returns: Megabytes.
    /// - Throws: `BenchmarkError` when it does not start or ends with another code than 0.
    static func megabytes(
        of program: String, _ arguments: [String], startedBy python: String
    ) throws -> Double {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-I", "-c", script, program] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let told = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: told, as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
        guard process.terminationStatus == 0, let megabytes = Double(text) else {
            throw BenchmarkError(description: "The memory of \(program) cannot be told.")
        }
        return megabytes
    }
}
