internal import ArgumentParser
internal import Learn

/// `understudy learn list`.
struct LearnListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show all lessons, and which are passed.")

    @Argument(help: "A folder of lessons.")
    var track: String?

    @OptionGroup var options: LearnOptions

    func run() throws {
        let list = CourseList(try options.learning(track), isPlain: options.plain)
        for line in list.lines { Console.say(line) }
    }
}
