/// A lock that nobody else can hold.
package enum LockMadeWhereUsed: Rule {
    package static let id = "TH506"
    package static let name = "LockMadeWhereUsed"
    package static let title = "a lock is made where it is used"
    package static let severity = Severity.error
    package static let help = "Make it once, in __init__, and use that one everywhere."

    private static let locks: Set = ["threading.Lock", "threading.RLock", "threading.Condition"]

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.statements.flatMap { statement, _, script -> [Finding] in
            guard case .with(let managers, _) = statement.kind else { return [] }
            return managers.compactMap { manager in
                guard
                    analysis.calls.contains(where: {
                        $0.expression === manager.value && $0.isCall(of: locks)
                    })
                else { return nil }
                return finding(
                    "Each thread makes a lock of its own here, so it keeps nobody out.",
                    at: manager.value.span, in: script)
            }
        }
    }
}
