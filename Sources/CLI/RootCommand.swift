internal import ArgumentParser

/// A command that works on the main thread, where Python and the operators live; ArgumentParser's own
/// `run` promises no thread.
protocol MainThreadCommand: Sendable {
    /// Does what the command says.
    @MainActor
    func perform() throws
}

/// The program `understudy` and its commands.
struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "understudy",
        abstract: "Runs TouchDesigner-style Python, unchanged, without TouchDesigner.",
        version: "0.1.0",
        subcommands: [
            RunCommand.self, CheckCommand.self, VerifyCommand.self, ReplayCommand.self,
            PlayCommand.self,
            ExplainCommand.self, TreeCommand.self,
            ConvertCommand.self, NewCommand.self, APICommand.self, PythonCommand.self,
            LearnCommand.self, LessonCommand.self,
        ])
}
