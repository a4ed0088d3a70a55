/// A task's hook that does on the main thread what the task was made for.
///
/// - Source: <https://docs.derivative.ca/Thread_Manager>
package enum SlowTaskHook: Rule {
    package static let id = "TH106"
    package static let name = "SlowTaskHook"
    package static let title = "a task's hook waits"
    package static let severity = Severity.warning
    package static let help =
        "Let the target do it, on its thread; a hook only takes over what the target found."

    package static func find(in analysis: Analysis) -> [Finding] {
        var found: [ScriptFunction: ScriptFunction] = [:]
        var rest = analysis.functions.filter { analysis.taskHooks[$0] != nil }
        for hook in rest { found[hook] = hook }
        while let function = rest.popLast() {
            for callee in analysis.callees[function] ?? [] where found[callee] == nil {
                found[callee] = found[function]
                rest.append(callee)
            }
        }
        return analysis.calls.compactMap { call in
            guard let function = call.inside, let hook = found[function],
                let what = SlowCalls.wait(of: call), let task = analysis.taskHooks[hook]
            else { return nil }
            return finding(
                "\(hook.name) is a task's hook, which the main thread runs, and \(what) here.",
                at: call.expression.span, in: call.script,
                notes: [
                    .init(
                        text: "it is made a hook here",
                        location: SourceLocation(task.span, of: hook.script))
                ])
        }
    }
}
