internal import ArgumentParser
internal import Learn

/// `understudy learn reset LESSON`.
struct LearnResetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Begin a lesson anew; the old answer is kept beside.")

    @Argument(help: "The lesson's name.")
    var lesson: String

    @OptionGroup var options: LearnOptions

    func run() throws {
        var learning = try options.learning()
        let kept = try LearnFailure.told {
            try learning.open(lesson)
            return try learning.reset()
        }
        Console.say(
            "The lesson begins anew." + (kept.map { " Your answer is kept in \($0)." } ?? ""))
    }
}
