/// An update that two threads may make at once, of which one is lost.
package enum UnlockedReadModifyWrite: Rule {
    package static let id = "TH501"
    package static let name = "UnlockedReadModifyWrite"
    package static let title = "a value is read, changed and written on two threads"
    package static let severity = Severity.error
    package static let help =
        "Hold one lock around both updates, or let threads put what they found into a queue and the "
        + "main thread add it up."

    private struct Update {
        let statement: Statement
        let target: Expression
        let function: ScriptFunction
        let attribute: String
        let owner: ScriptClass
        /// Whether a call stands between reading and writing, where CPython may switch threads.
        let isSplit: Bool
    }

    package static func find(in analysis: Analysis) -> [Finding] {
        let shared = Set(analysis.classes.filter { analysis.isShared($0) })
        let updates = analysis.functions.filter { function in
            function.definition.name != "__init__"
                && function.owner.map(shared.contains) == true
        }.flatMap {
            self.updates(in: $0, analysis)
        }
        return updates.compactMap { update in
            guard analysis.offMain[update.function] != nil,
                let other = updates.first(where: { isOther($0, update, analysis) })
            else { return nil }
            return finding(
                "\(update.function.name) updates self.\(update.attribute) on a thread without a lock, "
                    + "and so does \(other.function === update.function ? "another thread" : other.function.name).",
                at: update.target.span, in: update.function.script,
                severity: update.isSplit || other.isSplit ? .error : .info,
                notes: analysis.notes(onStartOf: update.function),
                help: update.isSplit || other.isSplit
                    ? nil
                    : "CPython 3.11 does not switch threads inside a plain +=, other Pythons may: "
                        + help)
        }
    }

    private static func isOther(_ other: Update, _ update: Update, _ analysis: Analysis) -> Bool {
        other.attribute == update.attribute && other.owner === update.owner
            && analysis.runsBeside(update.function, other.function)
    }

    private static func updates(in function: ScriptFunction, _ analysis: Analysis) -> [Update] {
        guard let owner = function.owner, let receiver = function.definition.parameters.first?.name
        else { return [] }
        // Locals that hold what an attribute was, by name.
        var copies: [String: String] = [:]
        var found: [Update] = []
        for statement in SyntaxWalk(function.definition.body)
        where !analysis.locks.covers(statement) {
            if case .assignment(let targets, let value) = statement.kind,
                case .name(let local)? = targets.first?.kind, let source = value.dotted
            {
                copies[local] = source
            }
            guard let (target, value, isCopied) = change(by: statement, copies),
                case .attribute(let object, let name) = target.kind, object.dotted == receiver
            else { continue }
            let calls = ExpressionWalk([value]).contains {
                if case .call = $0.kind { return true }
                return false
            }
            found.append(
                Update(
                    statement: statement, target: target, function: function, attribute: name,
                    owner: owner, isSplit: calls || isCopied))
        }
        return found
    }

    /// What a statement changes with the help of what it was before.
    private static func change(
        by statement: Statement, _ copies: [String: String]
    ) -> (target: Expression, value: Expression, isCopied: Bool)? {
        switch statement.kind {
        case .augmented(let target, _, let value): return (target, value, false)
        case .assignment(let targets, let value):
            guard let target = targets.first, let spelling = target.dotted,
                spelling.contains(".")
            else { return nil }
            for expression in ExpressionWalk([value]) {
                guard let read = expression.dotted else { continue }
                if read == spelling { return (target, value, false) }
                if copies[read] == spelling { return (target, value, true) }
            }
            return nil
        default: return nil
        }
    }
}
