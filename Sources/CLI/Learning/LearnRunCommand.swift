internal import ArgumentParser
internal import Learn

/// `understudy learn run [LESSON]`.
struct LearnRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Judge a lesson's answer once.")

    @Argument(help: "The lesson's name; without it the open one.")
    var lesson: String?

    @Option(help: "Answers to its questions, a letter for each.")
    var choose = ""

    @OptionGroup var options: LearnOptions

    func run() throws {
        var learning = try options.learning()
        if let lesson { try LearnFailure.told { try learning.open(lesson) } }
        try LearnPass(learning, isPlain: options.plain).run(choices: choose)
    }
}
