/// A second start that forgets the first thread.
package enum ThreadHandleOverwritten: Rule {
    package static let id = "TH203"
    package static let name = "ThreadHandleOverwritten"
    package static let title = "a thread's handle is overwritten"
    package static let severity = Severity.warning
    package static let help =
        "Look at the old thread first: if self.thread and self.thread.is_alive(): return."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.index.statements.compactMap { statement, function, script in
            guard case .assignment(let targets, let value) = statement.kind, let function,
                let type = function.owner, function.definition.name != "__init__",
                isThread(value, analysis, function)
            else { return nil }
            for target in targets {
                guard case .attribute(_, let name) = target.kind, let spelling = target.dotted,
                    !isLookedAt(spelling, before: target, in: function),
                    isWaitedFor(name, of: type, analysis)
                else { continue }
                return finding(
                    "A second call of \(function.name) starts another thread and forgets the first.",
                    at: target.span, in: script)
            }
            return nil
        }
    }

    private static func isThread(
        _ value: Expression, _ analysis: Analysis, _ function: ScriptFunction
    ) -> Bool {
        guard case .call = value.kind else { return false }
        return analysis.index.callsByExpression[ObjectIdentifier(value)]
            .flatMap { ThreadObjects.made(by: $0) } != nil
    }

    private static func isLookedAt(
        _ spelling: String, before target: Expression, in function: ScriptFunction
    ) -> Bool {
        function.definition.expressions.contains {
            $0 !== target && $0.dotted == spelling && $0.span.isBefore(target.span)
        }
    }

    /// Whether another method needs the handle: to join, to ask whether it lives.
    private static func isWaitedFor(
        _ name: String, of type: ScriptClass, _ analysis: Analysis
    ) -> Bool {
        type.methods.contains { method in
            method.definition.expressions.contains { expression in
                guard case .attribute(let owner, "join") = expression.kind,
                    case .attribute(_, name) = owner.kind
                else { return false }
                return true
            }
        }
    }
}
