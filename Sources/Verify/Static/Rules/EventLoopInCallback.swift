/// An event loop that the main thread runs until all its work is done.
package enum EventLoopInCallback: Rule {
    package static let id = "TH306"
    package static let name = "EventLoopInCallback"
    package static let title = "the main thread runs an event loop"
    package static let severity = Severity.warning
    package static let help =
        "Run the loop on a thread of its own and hand work to it with "
        + "asyncio.run_coroutine_threadsafe, or let it take one step a frame."

    private static let runs: Set = [
        "asyncio.run", "loop.run_until_complete", "loop.run_forever", "asyncio.Runner.run",
    ]

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard call.isCall(of: runs), let function = call.inside,
                analysis.offMain[function] == nil, isTouchDesigners(function, analysis),
                !isOneStep(call, function, analysis)
            else { return nil }
            return finding(
                "\(function.name) runs on the main thread, which stands still here until the loop is "
                    + "done.",
                at: call.expression.span, in: call.script)
        }
    }

    /// Whether TouchDesigner calls a function: in a frame, or as an extension's method.
    private static func isTouchDesigners(
        _ function: ScriptFunction, _ analysis: Analysis
    ) -> Bool {
        analysis.index.frames[function] != nil
            || function.owner.map { analysis.isExtension($0) } == true
    }

    /// The idioms that let a loop take one round: a sleep of nothing, a stop that waits already.
    private static func isOneStep(
        _ call: CallFact, _ function: ScriptFunction, _ analysis: Analysis
    ) -> Bool {
        if case .call(let callee, let arguments)? = call.arguments.first?.value.kind,
            callee.dotted?.hasSuffix("sleep") == true, let time = arguments.first?.value,
            case .number(0) = time.kind
        {
            return true
        }
        return function.definition.expressions.contains { expression in
            guard case .attribute(_, "stop") = expression.kind else { return false }
            return expression.span.isBefore(call.expression.span)
        }
    }
}
