internal import ArgumentParser
internal import Exploration
internal import Verify

/// `understudy replay FILE`.
struct ReplayCommand: ParsableCommand, MainThreadCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Run a project in the order of threads that verify wrote down.",
        discussion: """
            It is refused when the code, the Python or the settings are not those it was found with.

            Exit codes: 0 the defect is not there, 1 it is, 2 the schedule cannot be replayed.
            """)

    @Argument(help: "A .tdsched file.", completion: .file(extensions: ["tdsched"]))
    var file: String

    @Flag(help: "Tell each step: the thread and its line.")
    var step = false

    @MainActor
    func perform() throws {
        let schedule: ScheduleFile
        do throws(ScheduleFile.Refusal) {
            schedule = try ScheduleFile(path: file)
        } catch {
            throw CommandFailure(message: error.description, code: .misuse)
        }
        var options = ExploreOptions(replaying: schedule)
        try options.findPackages()
        let report = try ExplorerProgram.replay(options)
        for line in report.lines(isStepping: step) { Console.say(line) }
        let status: ExitStatus =
            if report.isLost { .misuse } else if report.defect == nil { .success } else { .failure }
        Verifying.end(code: status.rawValue)
    }
}
