internal import Exploration
internal import Foundation

/// The program beside this one that has the control over threads and time.
enum ExplorerProgram {
    /// Explores a project.
    ///
    /// - Parameter options: How.
    /// - Returns: What came of it; unproved when the project's code kept the program from answering.
    /// - Throws: `CommandFailure` when nothing was run.
    static func explore(_ options: ExploreOptions) throws -> ExplorationReport {
        switch try ask(options) {
        case .explored(let report): return report
        case .refused(let reason): throw CommandFailure(message: reason, code: .misuse)
        case .replayed, .played, nil:
            return ExplorationReport(
                unanswered: options,
                reason: "Nothing is proved: the exploration ended without an answer; the project's "
                    + "code ended it while it was loaded, or the memory ran out.")
        }
    }

    /// Runs a schedule again.
    ///
    /// - Parameter options: Which, in which project.
    /// - Returns: What came of it.
    /// - Throws: `CommandFailure` when it was not run.
    static func replay(_ options: ExploreOptions) throws -> ReplayReport {
        switch try ask(options) {
        case .replayed(let report): return report
        case .refused(let reason): throw CommandFailure(message: reason, code: .misuse)
        case .explored, .played, nil:
            throw CommandFailure(
                message: "The replay ended without an answer.", code: .misuse)
        }
    }

    /// Runs a project with some choices of who moves next.
    ///
    /// - Parameter options: The choices, and the project.
    /// - Returns: Who may move after them, or what came of it.
    /// - Throws: `CommandFailure` when it was not run.
    static func play(_ options: ExploreOptions) throws -> PlayReport {
        switch try ask(options) {
        case .played(let report): return report
        case .refused(let reason): throw CommandFailure(message: reason, code: .misuse)
        case .explored, .replayed, nil:
            throw CommandFailure(message: "The game ended without an answer.", code: .misuse)
        }
    }

    /// What it says; nil when it said nothing that counts.
    private static func ask(_ options: ExploreOptions) throws -> ExplorerAnswer? {
        let question = ExplorerAnswer.Question(options)
        let process = Process()
        process.executableURL = place
        let input = Pipe()
        // A file and no pipe: what the project has started and left behind cannot keep it open.
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("understudy-\(UUID().uuidString)")
        do {
            try Data().write(to: file)
            let output = try FileHandle(forUpdating: file)
            // From here on it goes with the descriptors, however this program ends.
            try FileManager.default.removeItem(at: file)
            process.standardInput = input
            process.standardOutput = output
            try process.run()
            try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(question))
            try input.fileHandleForWriting.close()
            process.waitUntilExit()
            try output.seek(toOffset: 0)
            return ExplorerAnswer(Array(try output.readToEnd() ?? Data()), key: question.key)
        } catch {
            throw CommandFailure(
                message: "\(place.path) cannot be asked, which runs the schedules: "
                    + "\(error.localizedDescription)", code: .misuse)
        }
    }

    private static var place: URL {
        #if os(Linux)
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        #else
        let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        #endif
        return program.deletingLastPathComponent().appendingPathComponent("understudy-explore")
    }
}
