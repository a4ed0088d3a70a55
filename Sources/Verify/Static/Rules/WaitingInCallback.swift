/// A frame that waits for a thread.
package enum WaitingInCallback: Rule {
    package static let id = "TH302"
    package static let name = "WaitingInCallback"
    package static let title = "a thread is waited for in a frame"
    package static let severity = Severity.error
    package static let help =
        "Ask each frame whether it is done (is_alive(), done(), is_set()) and go on if it is not."

    package static func find(in analysis: Analysis) -> [Finding] {
        let frames = analysis.index.frames
        return analysis.calls.compactMap { call in
            guard let function = call.inside, let callback = frames[function],
                analysis.offMain[function] == nil, let what = waits(call, function)
            else { return nil }
            let whose =
                callback === function
                ? function.name : "\(function.name), called by \(callback.name),"
            return finding(
                "\(whose) runs within a frame, and waits here for \(what).",
                at: call.expression.span, in: call.script)
        }
    }

    private static func waits(_ call: CallFact, _ function: ScriptFunction) -> String? {
        for case .externalMethod(let made, let method) in call.callees {
            switch (made.type, method) {
            case ("threading.Thread", "join"), ("threading.Timer", "join"): return "a thread to end"
            case ("threading.Event", "wait"), ("threading.Condition", "wait"),
                ("threading.Condition", "wait_for"), ("threading.Barrier", "wait"):
                return "a thread to give a signal"
            case ("future", "result"), ("future", "exception"):
                // After `if future.done():` it has the answer.
                return isAskedFirst("done", call, function) ? nil : "a task's result"
            case ("pool", "shutdown"), ("pool", "join"): return "all tasks of a pool"
            default: continue
            }
        }
        return nil
    }

    private static func isAskedFirst(
        _ question: String, _ call: CallFact, _ function: ScriptFunction
    ) -> Bool {
        function.definition.expressions.contains { expression in
            guard case .attribute(_, question) = expression.kind else { return false }
            return expression.span.isBefore(call.expression.span)
        }
    }
}
