internal import ArgumentParser
internal import Learn

/// `understudy lesson preview LESSON`.
struct LessonPreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Show a lesson as its learner sees it, hints last.")

    @Argument(help: "The lesson.", completion: .file(extensions: ["md"]))
    var lesson: String

    func run() throws {
        let course = try LearnFailure.told { try Course(lesson) }
        for lesson in course.lessons {
            for line in LessonText(lesson).lines { Console.say(line) }
            for task in lesson.tasks {
                for (index, hint) in task.hints.enumerated() {
                    Console.say("\nTask \(task.number), hint \(index + 1): \(hint)")
                }
            }
        }
    }
}
