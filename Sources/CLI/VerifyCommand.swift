internal import ArgumentParser
internal import Exploration
internal import ProjectFiles
internal import Verify

extension ExploreOptions.Level: ExpressibleByArgument {}
extension ExploreOptions.Scenarios: ExpressibleByArgument {}
extension Defect.Kind: ExpressibleByArgument {}
extension VerifyCommand.Format: ExpressibleByArgument {}

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

            With --format json, standard output is one JSON object (verdict, components, findings, \
            problems, exitCode). Its verdict is failed when anything was found, proved, or unproved when \
            not all orders up to --preemptions could be run.

            Exit codes: 0 nothing found, 1 something found, or the project kept the exploration from \
            answering, or --require-proof and no proof, 2 the command line or a project file is wrong, or this system cannot control \
            threads (only Linux can).
            """)

    /// How the answer is written.
    enum Format: String, CaseIterable {
        /// For people.
        case text
        /// One JSON object.
        case json
        /// A test suite for each component, for build servers.
        case junit
        /// GitHub's annotations.
        case github
        /// SARIF 2.1.0 with thread flows, for code hosts.
        case sarif
        /// One page for a browser, with the threads side by side.
        case html
    }

    @Argument(help: "The project, as for run.", completion: .file())
    var target: String

    @Option(
        help: """
            Where threads may be switched: sync (locks and waits), reachable (as CPython), or shared, \
            which also tells races: accesses to shared attributes and globals that nothing orders.
            """)
    var level = ExploreOptions.Level.reachable

    @Option(
        parsing: .unconditional, help: "Try all orders with up to this many preemptions, 0 to 9.")
    var preemptions = 3

    @Option(parsing: .unconditional, help: "Explore for so many seconds at most, a component each.")
    var seconds = 30.0

    @Option(parsing: .unconditional, help: "Run the project so many times at most.")
    var schedules = 1_000_000

    @Option(
        parsing: .unconditional,
        help:
            "Run so many of them at once; otherwise one a core, 8 at most. The answer is the same.")
    var jobs: Int?

    @Flag(help: "End with the first defect.")
    var first = false

    @Option(parsing: .unconditional, help: "Frames of each run.")
    var frames = 120

    @Option(parsing: .unconditional, help: "Frames a second.")
    var fps = 60.0

    @Option(parsing: .unconditional, help: "What orders chosen by chance begin with.")
    var seed: UInt64 = 1

    @Option(
        help: """
            Explore only this child of the project; each explores all of them, one by one, as is done \
            with the sections of a document, and all explores them together.
            """)
    var component: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: "An expression that must hold after each frame; me is /project1. May be repeated.")
    var invariant: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: "Call an expression: EXPR before the first frame, or FRAME:EXPR. May be repeated.")
    var call: [String] = []

    @Option(
        help: """
            What happens: own is what the project does by itself; face also calls what its \
            extensions let others call, twice, too early, too late, makes them anew at work, lets a \
            frame take long and somebody else have the port.
            """)
    var scenarios = ExploreOptions.Scenarios.face

    @Option(
        parsing: .unconditionalSingleValue,
        help: """
            A Python file of further scenarios. Each of its functions gets /project1; where it yields, \
            a frame passes, and what it asserts must hold. May be repeated.
            """, completion: .file(extensions: ["py"]))
    var scenario: [String] = []

    @Option(
        parsing: .unconditional,
        help: "Milliseconds of virtual time that the main thread may wait in a frame.")
    var budget: Double?

    @Option(
        help: """
            Look no further once a defect of this kind is found, nor for a shorter order that shows \
            it. May be repeated: one of each.
            """)
    var until: [Defect.Kind] = []

    @Option(
        parsing: .unconditional,
        help: "The environment whose packages are used; without it one is looked for, as for run.",
        completion: .directory)
    var venv: String?

    @Flag(help: "Fail as well where nothing was found, but not all that was asked for is proved.")
    var requireProof = false

    @Option(help: "The folder for replay files; none writes no files.")
    var replays = "."

    @Option(help: "How the answer is written: text, json, junit, github, sarif or html.")
    var format = Format.text

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
        if let jobs, !(1...8).contains(jobs) {
            throw ValidationError("--jobs is from 1 to 8, not \(jobs).")
        }
        guard (0...100_000).contains(frames) else {
            throw ValidationError("--frames is from 0 to 100000, not \(frames).")
        }
        guard fps >= 0.01, fps <= 10_000 else {
            throw ValidationError("--fps is from 0.01 to 10000, not \(fps).")
        }
        if let budget, !(budget > 0 && budget <= 1e9) {
            throw ValidationError("--budget is more than 0 milliseconds, not \(budget).")
        }
    }

    @MainActor
    func perform() throws {
        var options = try options
        try options.findPackages()
        let check = try checkRules()
        if format == .text { for line in try check.lines(as: .text) { Console.say(line) } }
        var reports: [ExplorationReport] = []
        let parts = try parts()
        for name in parts {
            options.component = name
            let report = try ExplorerProgram.explore(options).mended { RuleCatalog.rule($0)?.help }
            reports.append(report)
            guard format == .text else { continue }
            if parts.count > 1 { Console.say("\n\(report.name):") }
            for line in VerdictText(report).lines { Console.say(line) }
        }
        // Where not one order was run, the project has ended the exploration, on purpose perhaps.
        let hasFailed =
            check.hasFindings || reports.contains { $0.outcome == .failed || $0.schedules == 0 }
        let isShort = requireProof && reports.contains { $0.outcome != .proved }
        let status = hasFailed || isShort ? ExitStatus.failure : .success
        for line in try lines(reports, check, hasFailed: hasFailed, status) {
            ReportChannel.say(line)
        }
        Verifying.end(code: status.rawValue)
    }

    /// What is said once everything is known.
    @MainActor
    private func lines(
        _ reports: [ExplorationReport], _ check: CheckReport, hasFailed: Bool, _ status: ExitStatus
    ) throws -> [String] {
        switch format {
        case .text: []
        case .json:
            [
                VerificationJSON.text(
                    reports, check: try check.lines(as: .json).joined(), hasFailed: hasFailed,
                    exitCode: status.rawValue)
            ]
        case .junit: [JUnitReport.text(reports, check: try check.lines(as: .json).joined())]
        case .github: try check.lines(as: .github) + GitHubReport.lines(reports)
        case .sarif:
            [VerificationSARIF.text(reports, check: try check.lines(as: .sarif).joined())]
        case .html:
            [HTMLReport.text(reports, target: target, check: try check.lines(as: .text))]
        }
    }

    private var options: ExploreOptions {
        get throws {
            var options = ExploreOptions(target: target)
            options.venv = venv
            options.level = level
            options.bound = preemptions
            options.seconds = seconds
            options.schedules = schedules
            options.jobs = jobs
            options.until = Set(until)
            options.stopsAtFirst = first
            options.frames = frames
            options.fps = fps
            options.seed = seed
            options.invariants = invariant
            options.calls = try call.map { text in
                let call = try ScheduledCall(text)
                return Call(frame: call.frame, expression: call.expression)
            }
            options.budget = budget
            options.scenarios = scenarios
            options.scenarioFiles = scenario
            options.replayFolder = replays == "none" ? nil : replays
            return options
        }
    }

    /// What is explored by itself, by its path; nil for the whole project.
    ///
    /// The sections of a document are patterns of their own, and together have more orders than can be
    /// run.
    @MainActor
    private func parts() throws -> [String?] {
        switch component {
        case "all": return [nil]
        case "each": return try components()
        case nil where target.hasSuffix(".md"):
            let parts = try components()
            return parts.count > 1 ? parts : [nil]
        default: return [component]
        }
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
    private func checkRules() throws -> CheckReport {
        do {
            return CheckReport(try Checking([target]).check)
        } catch {
            throw CommandFailure(message: "\(error)", code: .misuse)
        }
    }
}
