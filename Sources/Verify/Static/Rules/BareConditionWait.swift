/// A condition that is waited for without asking whether it holds, or told of without its lock.
///
/// - Source: <https://docs.python.org/3/library/threading.html#condition-objects>
package enum BareConditionWait: Rule {
    package static let id = "TH507"
    package static let name = "BareConditionWait"
    package static let title = "a condition is waited for once, or told of without its lock"
    package static let severity = Severity.warning
    package static let help =
        "Use wait_for(lambda: …), or wait() in a while that asks; notify() inside with condition:."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard let function = call.inside else { return nil }
            if call.isCall(of: ["threading.Condition.wait"]), !isInLoop(call, function) {
                return finding(
                    "This wait may end before what it waits for has happened, or begin after it has.",
                    at: call.expression.span, in: call.script)
            }
            let tells: Set = ["threading.Condition.notify", "threading.Condition.notify_all"]
            if call.isCall(of: tells), !analysis.locks.covers(call.expression) {
                return finding(
                    "\(call.name)() without the condition's lock raises RuntimeError.",
                    at: call.expression.span, in: call.script, severity: .error)
            }
            return nil
        }
    }

    private static func isInLoop(_ call: CallFact, _ function: ScriptFunction) -> Bool {
        Loops.repeatedExpressions(in: function).contains(ObjectIdentifier(call.expression))
    }
}
