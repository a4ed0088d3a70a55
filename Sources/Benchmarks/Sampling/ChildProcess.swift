internal import Foundation

/// A program that was run to its end, with its output thrown away.
struct ChildProcess {
    /// From its start to its end, on the wall clock.
    let milliseconds: Double

    /// Runs a program.
    ///
    /// - Throws: `BenchmarkError` when it does not start, or ends with another code than 0.
    init(_ program: String, _ arguments: [String]) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: Int32 in 1...2 {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
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
        milliseconds = Double(ThreadTime.wall &- begin) / 1e6
    }
}
