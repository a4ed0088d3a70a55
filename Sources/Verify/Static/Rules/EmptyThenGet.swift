/// A question whose answer is old when it is acted on.
package enum EmptyThenGet: Rule {
    package static let id = "TH403"
    package static let name = "EmptyThenGet"
    package static let title = "empty() is asked, then get() waits"
    package static let severity = Severity.warning
    package static let help =
        "Use get_nowait() in a try, and except queue.Empty: the queue may be empty by then."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard call.isCall(of: ["queue.get"]), call.arguments.isEmpty,
                let spelling = call.function.dotted?.dropLast(".get".count),
                let function = call.inside,
                let question = analysis.calls(in: function).first(where: {
                    ["empty", "qsize"].contains($0.name)
                        && $0.function.dotted?.hasPrefix("\(spelling).") == true
                        && $0.expression.span.isBefore(call.expression.span)
                })
            else { return nil }
            return finding(
                "Between \(question.name)() and this get() another consumer may take the item, and "
                    + "get() waits.",
                at: call.expression.span, in: call.script,
                severity: consumers(of: call, analysis) > 1 ? .warning : .info,
                notes: [
                    .init(
                        text: "it is asked here",
                        location: SourceLocation(question.expression.span, of: call.script))
                ])
        }
    }

    private static func consumers(of call: CallFact, _ analysis: Analysis) -> Int {
        guard case .attribute(let owner, _) = call.function.kind else { return 0 }
        let queues = Set(analysis.made(["queue"], by: owner, in: call.inside, of: call.script))
        let functions = analysis.calls.compactMap { other -> ScriptFunction? in
            guard other.isCall(of: ["queue.get", "queue.get_nowait"]),
                case .attribute(let owner, _) = other.function.kind,
                !queues.isDisjoint(
                    with: analysis.made(["queue"], by: owner, in: other.inside, of: other.script))
            else { return nil }
            return other.inside
        }
        return Set(functions).count
    }
}
