internal import ArgumentParser
internal import Learn

/// `understudy learn hint [LESSON]`.
struct LearnHintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hint", abstract: "Give the next hint of each task.")

    @Argument(help: "The lesson's name; without it the open one.")
    var lesson: String?

    @OptionGroup var options: LearnOptions

    func run() throws {
        var learning = try options.learning()
        if let lesson { try LearnFailure.told { try learning.open(lesson) } }
        for line in try LearnFailure.told({ try Self.hints(&learning) }) { Console.say(line) }
    }

    /// The next hint of each task of the open lesson.
    static func hints(_ learning: inout Learning) throws -> [String] {
        var lines: [String] = []
        for task in learning.current?.tasks ?? [] {
            guard let hint = try learning.hint(task) else { continue }
            lines.append(
                "Task \(task.number), hint \(hint.number) of \(task.hints.count): \(hint.text)")
        }
        return lines.isEmpty ? ["This lesson has no hints; read its text again."] : lines
    }
}
