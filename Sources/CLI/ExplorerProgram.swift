internal import Exploration
internal import Foundation

/// The program beside this one that has the control over threads and time.
enum ExplorerProgram {
    /// Runs it; what it says goes to this program's own streams.
    ///
    /// - Parameter options: What it is to do.
    /// - Returns: Its exit code; 128 and more for a signal, as a shell tells it.
    /// - Throws: `CommandFailure` when it is not there.
    static func run(_ options: ExploreOptions) throws -> Int32 {
        let process = Process()
        process.executableURL = place
        process.arguments = [String(decoding: try JSONEncoder().encode(options), as: UTF8.self)]
        do {
            try process.run()
        } catch {
            throw CommandFailure(
                message: "\(place.path) cannot be started, which runs the schedules: "
                    + "\(error.localizedDescription)", code: .misuse)
        }
        process.waitUntilExit()
        let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
        return process.terminationStatus + signal
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
