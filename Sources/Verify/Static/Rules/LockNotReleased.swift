/// A lock that an exception leaves locked.
package enum LockNotReleased: Rule {
    package static let id = "TH505"
    package static let name = "LockNotReleased"
    package static let title = "a lock stays locked after an exception"
    package static let severity = Severity.warning
    package static let help = "Use with lock: around what it protects."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard call.isCall(of: ["threading.Lock.acquire", "threading.RLock.acquire"]),
                let function = call.inside,
                let spelling = call.function.dotted?.dropLast(".acquire".count),
                analysis.calls(in: function).contains(where: {
                    $0.function.dotted == "\(spelling).release"
                }),
                !isReleasedInFinally(String(spelling), function)
            else { return nil }
            return finding(
                "If something raises before release(), \(spelling) stays locked for ever.",
                at: call.expression.span, in: call.script)
        }
    }

    private static func isReleasedInFinally(_ lock: String, _ function: ScriptFunction) -> Bool {
        SyntaxWalk(function.definition.body).contains { statement in
            guard case .attempt(_, _, _, let finally) = statement.kind else { return false }
            return SyntaxWalk(finally).contains { inner in
                ExpressionWalk(inner.expressions).contains { $0.dotted == "\(lock).release" }
            }
        }
    }
}
