internal import Exploration
internal import Verify

/// What an answer can fail by: a rule, a kind of defect, an exit code, or an expectation.
package struct FailureName: Sendable, Hashable, CustomStringConvertible {
    /// As lessons write it, such as `TH101`, `operator-off-main` or `exit 11`.
    package let description: String

    private init(known: String) { description = known }

    /// Something expected did not come about.
    package static let expectation = FailureName(known: "expect")
    /// Python cannot read the answer.
    package static let syntax = FailureName(known: "syntax")
    /// Not all orders of threads could be tried.
    package static let unproved = FailureName(known: "unproved")
    /// The answer used too much of something.
    package static let limit = FailureName(known: "limit")
    /// The answer reached for what judges it.
    package static let unfair = FailureName(known: "unfair")
    /// The program ended without its report.
    package static let noReport = FailureName(known: "no-report")

    /// The failure of an exit code of `understudy run`.
    package static func exit(_ code: Int32) -> FailureName { FailureName(known: "exit \(code)") }

    /// The failure of a rule's number.
    package static func rule(_ id: String) -> FailureName { FailureName(known: id) }

    /// The failure of a kind of defect, as `understudy verify` tells it.
    package static func defect(_ kind: String) -> FailureName {
        FailureName(known: canonical(kind))
    }

    /// The kind of defect; nil for what is none.
    var defect: Defect.Kind? { Defect.Kind(rawValue: description) }

    /// Reads a name from a lesson; nil when nothing fails by it.
    package init?(_ text: String) {
        if let rule = RuleCatalog.rule(text) {
            description = rule.id
        } else if text.hasPrefix("exit "), let code = Int32(text.dropFirst(5)) {
            description = "exit \(code)"
        } else if Self.others.contains(text) {
            description = text
        } else {
            let name = Self.canonical(text)
            guard Defect.Kind(rawValue: name) != nil else { return nil }
            description = name
        }
    }

    /// Every name that is not a rule's or an exit code's, for messages.
    package static var known: [String] { others + Defect.Kind.allCases.map(\.rawValue) }

    private static let others = [
        "expect", "syntax", "unproved", "limit", "unfair", "no-report",
    ]

    /// The kind's name, for its name, the guard's own words, or other letters.
    private static func canonical(_ text: String) -> String {
        let name = text.lowercased().replacing(" ", with: "-")
        return name == "thread-conflict" ? Defect.Kind.operatorOffMain.rawValue : name
    }
}
