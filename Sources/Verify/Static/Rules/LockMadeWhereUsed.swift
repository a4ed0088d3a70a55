/// A lock that nobody else can hold.
package enum LockMadeWhereUsed: Rule {
    package static let id = "TH506"
    package static let name = "LockMadeWhereUsed"
    package static let title = "a lock is made where it is used"
    package static let severity = Severity.error
    package static let help = "Make it once, in __init__, and use that one everywhere."

    private static let locks: Set = ["threading.Lock", "threading.RLock", "threading.Condition"]

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.index.statements.flatMap { statement, function, script -> [Finding] in
            guard case .with(let managers, _) = statement.kind else { return [] }
            return managers.compactMap { manager in
                guard
                    analysis.index.callsByExpression[ObjectIdentifier(manager.value)]?
                        .isCall(of: locks) == true
                else { return nil }
                return finding(
                    "Each thread makes a lock of its own here, so it keeps nobody out.",
                    at: manager.value.span, in: script,
                    fix: function.flatMap { fix(manager.value, in: $0) })
            }
        }
    }

    /// An attribute `lock` made at the end of `__init__`, or the one that is there.
    private static func fix(_ maker: Expression, in function: ScriptFunction) -> Fix? {
        guard let owner = function.owner, case .call(let type, let arguments) = maker.kind,
            let made = type.dotted, arguments.isEmpty, maker.span.line == maker.span.endLine,
            let receiver = function.definition.parameters.first?.name,
            let initializer = owner.methods.first(where: { $0.definition.name == "__init__" }),
            let own = initializer.definition.parameters.first?.name,
            let last = initializer.definition.body.last, last.blocks.isEmpty
        else { return nil }
        var edits: [(span: SourceSpan, text: String)] = [(maker.span, "\(receiver).lock")]
        let known = owner.ancestry.flatMap { $0.attributes["lock"] ?? [] }
        let isThere = SyntaxWalk(initializer.definition.body).contains { statement in
            guard case .assignment(let targets, let value) = statement.kind,
                case .call(let maker, _) = value.kind, maker.dotted == made
            else { return false }
            return targets.contains { $0.dotted == "\(own).lock" }
        }
        guard isThere || known.isEmpty else { return nil }
        if !isThere {
            let indent = String(repeating: " ", count: last.span.column)
            let line = function.script.lines[last.span.line - 1]
            let start = line.utf8.prefix(last.span.column)
            let margin =
                start.allSatisfy({ $0 == 0x20 || $0 == 0x09 })
                ? String(decoding: start, as: UTF8.self) : indent
            edits.append((last.span.end, "\n\(margin)\(own).lock = \(made)()"))
        }
        return Fix(in: function.script, isSafe: false, edits)
    }
}
