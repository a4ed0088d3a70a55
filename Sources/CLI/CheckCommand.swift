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
            """)

    @Argument(help: "Documents, scripts, networks, or folders, of which every .py file counts.")
    var paths: [String]

    @Option(help: "Only these rules: numbers or names, divided by commas.")
    var select: String?

    @Option(help: "Not these rules.")
    var ignore: String?

    @Option(help: "How findings are written: text, concise, json, github or sarif.")
    var format = CheckReport.Format.text

    @Flag(help: "Show advice as well, which is seldom worth a change.")
    var advice = false

    @MainActor
    func perform() throws {
        var rules = try select.map { try Self.rules($0) } ?? RuleCatalog.all
        if let ignore {
            let left = Set(try Self.rules(ignore).map { $0.id })
            rules.removeAll { left.contains($0.id) }
        }
        let target: CheckTarget
        do {
            target = try CheckTarget(paths)
        } catch {
            throw CommandFailure(message: "\(error)", code: .misuse)
        }
        let check = StaticCheck(target.sources, rules: rules, missing: target.unreadable)
        let report = CheckReport(check, from: advice || select != nil ? .info : .warning)
        for line in try report.lines(as: format) {
            if format == .json { ReportChannel.say(line) } else { Console.say(line) }
        }
        let failed = report.hasFindings
        Verifying.end(
            code: !check.mistakes.isEmpty
                ? ExitStatus.misuse.rawValue
                : failed ? ExitStatus.failure.rawValue : ExitStatus.success.rawValue)
    }

    private static func rules(_ names: String) throws -> [any Rule.Type] {
        try names.split(separator: ",").map { name in
            guard let rule = RuleCatalog.rule(String(name)) else {
                throw CommandFailure(
                    message: "There is no rule \(name); understudy explain lists them.",
                    code: .misuse)
            }
            return rule
        }
    }
}
