internal import ArgumentParser
internal import Learn

/// `understudy learn watch`, which is what `understudy learn` does.
struct LearnWatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Show the next lesson, and judge its answer when it is saved.")

    @Argument(help: "A folder of lessons, or one lesson; without it the course that comes along.")
    var track: String?

    @OptionGroup var options: LearnOptions

    func run() throws {
        var learning = try options.learning(track)
        try LearnFailure.told { try learning.open(nil) }
        if let terminal = Terminal() {
            try LearnWatch(learning, terminal, isPlain: options.plain).run()
        } else {
            try LearnPass(learning, isPlain: options.plain).run()
        }
    }
}
