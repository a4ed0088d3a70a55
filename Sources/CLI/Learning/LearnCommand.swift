internal import ArgumentParser

/// `understudy learn [TRACK]`.
struct LearnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "A course in threading for TouchDesigner, judged by the host itself.",
        discussion: """
            Without a subcommand the next lesson is shown; its file lies in your folder, you edit it in \
            your own editor, and each time you save it the answer is judged.

            Exit codes without a terminal: 0 the lesson is passed, 1 it is not, 2 something cannot be \
            read.
            """,
        subcommands: [
            LearnWatchCommand.self, LearnListCommand.self, LearnRunCommand.self,
            LearnHintCommand.self, LearnResetCommand.self, LearnGradeCommand.self,
        ],
        defaultSubcommand: LearnWatchCommand.self)
}
