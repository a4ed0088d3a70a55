internal import ArgumentParser
internal import Verify

/// `understudy explain [RULE]`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Tell what a rule means; without one, list them all.")

    @Argument(help: "A rule's number or name, such as TH101.")
    var rule: String?

    func run() throws {
        guard let rule else {
            for one in RuleCatalog.all {
                let finder = (one as? any RunTimeRule.Type).map { " (found by \($0.finder))" }
                Console.say(
                    "\(one.id)  \(one.severity.name.padded(to: 8))\(one.title)\(finder ?? "")")
            }
            return
        }
        guard let found = RuleCatalog.rule(rule) else {
            throw CommandFailure(
                message: "There is no rule \(rule); understudy explain lists them.", code: .misuse)
        }
        guard let page = RuleDocument.text(of: found) else {
            throw CommandFailure(
                message: "The page of \(found.id) is missing beside the program.", code: .misuse)
        }
        Console.say(page)
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
