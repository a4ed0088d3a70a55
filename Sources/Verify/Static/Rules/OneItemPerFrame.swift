/// A poll that falls behind.
package enum OneItemPerFrame: Rule {
    package static let id = "TH401"
    package static let name = "OneItemPerFrame"
    package static let title = "one item a frame, from a worker that makes many"
    package static let severity = Severity.warning
    package static let help = "Take all that is there, up to a limit: for _ in range(100): …"

    package static func find(in analysis: Analysis) -> [Finding] {
        let flooded = QueueFlow(analysis).flooded
        return analysis.calls.compactMap { call in
            guard let function = call.inside,
                call.isCall(of: ["queue.get", "queue.get_nowait"]),
                analysis.offMain[function] == nil, Callbacks.isCalledInFrames(function),
                !Loops.repeated(in: function).contains(where: { contains(call, $0) }),
                case .attribute(let owner, _) = call.function.kind,
                let queue = analysis.made(["queue"], by: owner, in: function, of: call.script)
                    .first(where: { flooded[$0] != nil }),
                let put = flooded[queue], !isDrained(owner, in: function, analysis)
            else { return nil }
            return finding(
                "\(function.name) takes one item a frame, while a worker's loop puts in as many as it can.",
                at: call.expression.span, in: call.script,
                notes: [
                    .init(
                        text: "the worker's loop puts them in here",
                        location: SourceLocation(put.expression.span, of: put.script))
                ])
        }
    }

    /// Whether a loop of the same function takes out the rest.
    private static func isDrained(
        _ queue: Expression, in function: ScriptFunction, _ analysis: Analysis
    ) -> Bool {
        let loops = Loops.repeated(in: function)
        return analysis.calls(in: function).contains { call in
            guard call.isCall(of: ["queue.get", "queue.get_nowait"]),
                case .attribute(let owner, _) = call.function.kind, owner.dotted == queue.dotted
            else { return false }
            return loops.contains { contains(call, $0) }
        }
    }

    private static func contains(_ call: CallFact, _ statement: Statement) -> Bool {
        ExpressionWalk(statement.expressions).contains { $0 === call.expression }
    }
}
