import Foundation

/// What became of one run of the program.
struct ProgramRun: Sendable {
    /// The exit code; 128 and the number for a signal, as a shell tells it.
    let exitCode: Int32
    /// Whether the time limit had to end it.
    let isTooSlow: Bool
    /// What it wrote to standard output.
    let output: String
    /// What it wrote to standard error.
    let errors: String
    /// When it had ended, on the clock that Python's `time.monotonic` reads.
    let endedAt: Double

    /// Both streams, for texts that may be in either.
    var text: String { output + errors }

    /// Runs `understudy run` with arguments.
    ///
    /// - Parameters:
    ///   - arguments: What follows the command.
    ///   - command: The command.
    ///   - folder: The working directory.
    ///   - limit: How long it may take.
    ///   - environment: The whole environment; nil is this process's own.
    ///   - standardError: Where standard error goes, if not into the answer.
    /// - Returns: What became of it.
    /// - Throws: When it cannot be started.
    /// - Units: seconds
    static func understudy(
        _ arguments: [String], command: String = "run", in folder: URL = BuiltProgram.repository,
        limit: Double = 60, environment: [String: String]? = nil, standardError: FileHandle? = nil
    ) async throws -> Self {
        try await start(
            BuiltProgram.path, [command] + arguments, folder, limit, environment, standardError)
    }

    /// Runs a line of the shell; `$understudy` in it is the program.
    static func shell(
        _ line: String, in folder: URL = BuiltProgram.repository, limit: Double = 60
    ) async throws -> Self {
        var environment = ProcessInfo.processInfo.environment
        environment["understudy"] = BuiltProgram.path
        return try await start("/bin/sh", ["-c", line], folder, limit, environment, nil)
    }

    private static func start(
        _ program: String, _ arguments: [String], _ folder: URL, _ limit: Double,
        _ environment: [String: String]?, _ standardError: FileHandle?
    ) async throws -> Self {
        let scratch = try Scratch()
        let (output, errors) = (try scratch.add("output", ""), try scratch.add("errors", ""))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try standardError ?? FileHandle(forWritingTo: errors)
        await Turns.shared.begin()
        let ending: Ending
        do {
            ending = try await end(of: process, within: limit)
        } catch {
            await Turns.shared.end()
            throw error
        }
        await Turns.shared.end()
        let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
        return Self(
            exitCode: process.terminationStatus + signal, isTooSlow: ending.isTooSlow,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
            endedAt: ending.time)
    }

    private struct Ending {
        let time: Double
        let isTooSlow: Bool
    }

    private static func end(of process: Process, within limit: Double) async throws -> Ending {
        let watchdog = DispatchSource.makeTimerSource()
        watchdog.schedule(deadline: .now() + limit)
        watchdog.setEventHandler { kill(process.processIdentifier, SIGKILL) }
        let start = monotonic()
        let time = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { _ in continuation.resume(returning: monotonic()) }
            do {
                try process.run()
                watchdog.resume()
            } catch {
                process.terminationHandler = nil
                watchdog.resume()
                continuation.resume(throwing: error)
            }
        }
        watchdog.cancel()
        return Ending(time: time, isTooSlow: time - start >= limit)
    }

    private static func monotonic() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
