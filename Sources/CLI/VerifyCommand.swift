internal import ArgumentParser
internal import Exploration
internal import ProjectFiles
internal import Verify

extension ExploreOptions.Level: ExpressibleByArgument {}

/// `understudy verify TARGET`.
struct VerifyCommand: ParsableCommand, MainThreadCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove a project's threading right, or show the order of threads that breaks it.",
        discussion: """
            The rules of `check` come first. Then the project runs over and over, each time with its \
            threads in another order: one thread at a time, on virtual time, first the orders with the \
            fewest switches. Each defect comes with the order that shows it and a .tdsched file for \
            `understudy replay`.

            Exit codes: 0 nothing found, 1 something found, 2 the command line or a project file is \
            wrong, or this system cannot control threads (only Linux can).
            """)

    @Argument(help: "The project, as for run.", completion: .file())
    var target: String

    @Option(
        help: "Where threads may be switched: sync (locks and waits) or reachable (as CPython).")
    var level = ExploreOptions.Level.reachable

    @Option(
        parsing: .unconditional, help: "Try all orders with up to this many preemptions, 0 to 9.")
    var preemptions = 3

    @Option(parsing: .unconditional, help: "Explore for so many seconds at most.")
    var seconds = 30.0

    @Option(parsing: .unconditional, help: "Run the project so many times at most.")
    var schedules = 1_000_000

    @Option(parsing: .unconditional, help: "Frames of each run.")
    var frames = 120

    @Option(parsing: .unconditional, help: "Frames a second.")
    var fps = 60.0

    @Option(parsing: .unconditional, help: "What orders chosen by chance begin with.")
    var seed: UInt64 = 1

    @Option(
        help: "Explore only this child of the project; each explores all of them, one by one.")
    var component: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: "An expression that must hold after each frame; me is /project1. May be repeated.")
    var invariant: [String] = []

    @Option(help: "The folder for replay files; none writes no files.")
    var replays = "."

    func validate() throws {
        guard (0...9).contains(preemptions) else {
            throw ValidationError("--preemptions is from 0 to 9, not \(preemptions).")
        }
        guard seconds > 0, seconds.isFinite else {
            throw ValidationError("--seconds is more than 0, not \(seconds).")
        }
        guard schedules > 0 else {
            throw ValidationError("--schedules is 1 or more, not \(schedules).")
        }
        guard (0...100_000).contains(frames) else {
            throw ValidationError("--frames is from 0 to 100000, not \(frames).")
        }
        guard fps >= 0.01, fps <= 10_000 else {
            throw ValidationError("--fps is from 0.01 to 10000, not \(fps).")
        }
    }

    @MainActor
    func perform() throws {
        let hasFindings = try checkRules()
        var options = ExploreOptions(target: target)
        options.level = level
        options.bound = preemptions
        options.seconds = seconds
        options.schedules = schedules
        options.frames = frames
        options.fps = fps
        options.seed = seed
        options.invariants = invariant
        options.replayFolder = replays == "none" ? nil : replays
        var worst = hasFindings ? ExitStatus.failure.rawValue : ExitStatus.success.rawValue
        for name in component == "each" ? try components() : [component] {
            if let name, component == "each" { Console.say("\n\(name):") }
            options.component = name
            worst = max(worst, try ExplorerProgram.run(options))
        }
        Verifying.end(code: worst)
    }

    /// The paths of the project's COMPs that are not empty; scripts without a network are one each.
    @MainActor
    private func components() throws -> [String?] {
        do throws(ProjectError) {
            let project = try ProjectCatalog.read(target)
            let children = project.target.children.filter { !$0.children.isEmpty }.map(\.name)
            let scripts = project.scripts.map(\.component).filter { !children.contains($0) }
            return (children + scripts).map { "\(project.networkPath)/\($0)" }
        } catch {
            throw CommandFailure(message: error.description, code: .misuse)
        }
    }

    @MainActor
    private func checkRules() throws -> Bool {
        let target: CheckTarget
        do {
            target = try CheckTarget([self.target])
        } catch {
            throw CommandFailure(message: "\(error)", code: .misuse)
        }
        let check = StaticCheck(
            target.sources, rules: RuleCatalog.all, missing: target.unreadable)
        let report = CheckReport(check, from: .warning)
        for line in try report.lines(as: .text) { Console.say(line) }
        return report.hasFindings
    }
}
