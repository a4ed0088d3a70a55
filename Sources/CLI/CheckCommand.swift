internal import ArgumentParser
internal import Verify

extension CheckReport.Format: ExpressibleByArgument {}

/// `understudy check PATH…`.
struct CheckCommand: ParsableCommand, MainThreadCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look for threading mistakes in a project's Python; nothing of it runs.",
        discussion: """
            Exit codes: 0 nothing found, 1 something found, 2 the command line is wrong or a path \
            cannot be read.

            A finding is suppressed on its line by a comment with a reason: # noqa: TH201 ends by itself
            Settings come from [tool.understudy] of the nearest pyproject.toml: select, ignore, and \
            per-file-ignores, a table from file patterns to rules. --select and --ignore take their place.
            """)

    @Argument(help: "Documents, scripts, networks, or folders, of which every .py file counts.")
    var paths: [String]

    @Option(help: "Only these rules: numbers, their beginnings, or names, divided by commas.")
    var select: String?

    @Option(help: "Not these rules.")
    var ignore: String?

    @Option(help: "How findings are written: text, concise, json, github or sarif.")
    var format = CheckReport.Format.text

    @Flag(help: "Show advice as well, which is seldom worth a change.")
    var advice = false

    @Flag(help: "Mend what can be mended without changing what works, and tell what is left.")
    var fix = false

    @Flag(help: "Show what --fix would change, and change nothing.")
    var diff = false

    @Flag(
        name: .customLong("unsafe-fixes"),
        help: "With --fix or --diff: mend also what changes how working code behaves.")
    var changesBehaviour = false

    func validate() throws {
        guard !changesBehaviour || fix || diff else {
            throw ValidationError("--unsafe-fixes goes with --fix or --diff.")
        }
    }

    @MainActor
    func perform() throws {
        do {
            try look()
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(message: "\(error)", code: .misuse)
        }
    }

    @MainActor
    private func look() throws {
        var checking = try Checking(
            paths, select: select, ignore: ignore, showsAdvice: advice)
        if fix || diff {
            let mending = checking.mending(allowsUnsafe: changesBehaviour)
            if diff {
                for line in try mending.diff() { Console.say(line) }
                Verifying.end(
                    code: mending.changes.isEmpty
                        ? ExitStatus.success.rawValue : ExitStatus.failure.rawValue)
            }
            try mending.write()
            for finding in mending.mended {
                Console.complain(
                    "mended \(finding.rule) \(finding.location.file):\(finding.location.line)")
            }
            checking = try Checking(
                paths, select: select, ignore: ignore, showsAdvice: advice)
        }
        let report = CheckReport(checking.check)
        for line in try report.lines(as: format) {
            if format == .json { ReportChannel.say(line) } else { Console.say(line) }
        }
        Verifying.end(
            code: !checking.check.mistakes.isEmpty
                ? ExitStatus.misuse.rawValue
                : report.hasFindings ? ExitStatus.failure.rawValue : ExitStatus.success.rawValue)
    }
}
