/// Who fills which queue.
struct QueueFlow {
    private let analysis: Analysis

    init(_ analysis: Analysis) { self.analysis = analysis }

    /// The queues that a thread's loop puts into, with a call that does.
    var flooded: [Value.Made: CallFact] {
        var found: [Value.Made: CallFact] = [:]
        for call in analysis.calls {
            guard let function = call.inside, analysis.offMain[function] != nil,
                call.isCall(of: ["queue.put", "queue.put_nowait"]),
                case .attribute(let owner, _) = call.function.kind,
                Loops.repeated(in: function).contains(where: { statement in
                    ExpressionWalk(statement.expressions).contains { $0 === call.expression }
                }), !setsItsOwnPace(function)
            else { continue }
            for queue in analysis.made(["queue"], by: owner, in: function, of: call.script) {
                found[queue] = found[queue] ?? call
            }
        }
        return found
    }

    /// Whether a call that puts something in is repeated until somebody ends that.
    static func isWithoutEnd(_ put: CallFact) -> Bool {
        guard let function = put.inside else { return false }
        return SyntaxWalk(function.definition.body).contains { statement in
            guard case .whileLoop(_, let body, _) = statement.kind else { return false }
            return SyntaxWalk(body).contains { inner in
                ExpressionWalk(inner.expressions).contains { $0 === put.expression }
            }
        }
    }

    /// Whether a worker waits in between, for time or the network, or has an end: that of its own input.
    private func setsItsOwnPace(_ function: ScriptFunction) -> Bool {
        analysis.calls(in: function).contains {
            [
                "sleep", "wait", "get", "recv", "accept", "read", "readline", "urlopen", "select",
                "next", "pop", "popleft",
            ].contains($0.name)
        }
    }

    /// Whether a queue was made with a limit.
    static func isBounded(_ queue: Value.Made) -> Bool {
        guard case .call(_, let arguments) = queue.site.kind,
            let size = arguments.first(where: { $0.name == "maxsize" || $0.name == nil })
        else { return false }
        if case .number(let limit) = size.value.kind { return limit > 0 }
        return true
    }
}
