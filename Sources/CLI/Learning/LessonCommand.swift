internal import ArgumentParser

/// `understudy lesson`, for those who write lessons.
struct LessonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson",
        abstract: "Write lessons: make one, check it, see it as a learner, pack a track.",
        subcommands: [
            LessonNewCommand.self, LessonCheckCommand.self, LessonPreviewCommand.self,
            LessonPackCommand.self,
        ])
}
