internal import ArgumentParser
internal import Exploration

/// `understudy play TARGET`.
struct PlayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "play",
        abstract: "Be the scheduler: choose which thread of a project moves next.",
        discussion: """
            The project runs up to the first place where more than one thread could go on, and shows where \
            each of them stands and what it sees. A number chooses a thread, which moves to its next line, \
            to a wait or to its end; the project is run again from its beginning for that. u takes the last \
            move back. A schedule that breaks something is kept \
            as a .tdsched file, which understudy replay runs again.

            Exit codes: 0 nothing broke, 1 something did, 2 the command line or a project file is wrong, or \
            this system cannot control threads (only Linux can).
            """)

    @Argument(help: "The project, as for run.", completion: .file())
    var target: String

    @Option(
        help: "Where threads may be switched: sync (locks and waits) or reachable (as CPython).")
    var level = ExploreOptions.Level.reachable

    @Option(parsing: .unconditional, help: "Frames of the run.")
    var frames = 60

    @Option(help: "Play only this child of the project.")
    var component: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: "Call an expression: EXPR before the first frame, or FRAME:EXPR. May be repeated.")
    var call: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: "An expression that must hold after each frame; me is /project1. May be repeated.")
    var invariant: [String] = []

    @Option(
        parsing: .unconditional,
        help: "The environment whose packages are used; without it one is looked for, as for run.",
        completion: .directory)
    var venv: String?

    @Option(help: "The folder for a schedule that breaks something.", completion: .directory)
    var replays = "."

    func validate() throws {
        guard (0...100_000).contains(frames) else {
            throw ValidationError("--frames is from 0 to 100000, not \(frames).")
        }
    }

    func run() throws {
        var options = ExploreOptions(target: target)
        options.venv = venv
        try options.findPackages()
        options.level = level
        options.frames = frames
        options.component = component
        options.invariants = invariant
        options.calls = try call.map { text in
            let call = try ScheduledCall(text)
            return Call(frame: call.frame, expression: call.expression)
        }
        options.replayFolder = replays
        var game = Game(options)
        try game.play()
        if let sentence = game.broken { throw CommandFailure(message: sentence, code: .failure) }
    }
}
