internal import CSchedule
internal import Exploration
internal import Foundation

/// The program behind `understudy verify` and `understudy replay`: it alone carries the control over
/// threads and time, and is given its options as JSON.
@main
enum Program {
    static func main() {
        // Addresses order sets and dictionaries of objects, so they must be the same in each replay.
        // SAFETY: the arguments are handed on as they are, before anybody changes them.
        CSchedule_fixAddresses(CommandLine.unsafeArgv)
        guard CommandLine.arguments.count == 2,
            let options = try? JSONDecoder().decode(
                ExploreOptions.self, from: Data(CommandLine.arguments[1].utf8))
        else {
            complain("This program is a part of understudy verify; it is not called by itself.")
            exit(2)
        }
        guard CSchedule_begin() else {
            complain("Threads can be controlled on Linux only; understudy check works everywhere.")
            exit(2)
        }
        do {
            let session = try Session(options)
            exit(options.replay.map(session.replay) ?? session.explore())
        } catch is StartsThreadsEarly {
            loadEachTime(options)
        } catch {
            complain("\(error)")
        }
        exit(2)
    }

    /// Begins anew, in a process without threads.
    private static func loadEachTime(_ options: ExploreOptions) {
        var options = options
        options.loadsEachTime = true
        guard let json = try? JSONEncoder().encode(options) else { return }
        var arguments = [
            strdup(CommandLine.arguments[0]), strdup(String(decoding: json, as: UTF8.self)), nil,
        ]
        execv("/proc/self/exe", &arguments)
        complain("The program could not be started again.")
    }

    static func say(_ line: String) { write(line, to: .standardOutput) }

    static func complain(_ line: String) { write(line, to: .standardError) }

    private static func write(_ line: String, to stream: FileHandle) {
        try? stream.write(contentsOf: Data((line + "\n").utf8))
    }
}
