/// A frame that asks again and again until somebody else has done something.
package enum SpinInCallback: Rule {
    package static let id = "TH305"
    package static let name = "SpinInCallback"
    package static let title = "a frame loops until a thread is done"
    package static let severity = Severity.warning
    package static let help =
        "Ask once a frame, with if, and go on; a loop that empties a queue needs a limit."

    /// What threads change, and what it answers while there is nothing to do but wait.
    private static let questions: [String: Bool] = [
        "threading.Thread.is_alive": true, "threading.Timer.is_alive": true,
        "threading.Event.is_set": false, "future.done": false, "future.running": true,
        "queue.empty": true,
    ]

    package static func find(in analysis: Analysis) -> [Finding] {
        let flooded = QueueFlow(analysis).flooded
        return analysis.functions.filter { function in
            analysis.index.frames[function] != nil && analysis.offMain[function] == nil
        }.flatMap { function -> [Finding] in
            SyntaxWalk(function.definition.body).compactMap { statement in
                guard case .whileLoop(let test, let body, _) = statement.kind, !leaves(body) else {
                    return nil
                }
                if doesNothing(body), asksNobody(test) { return endless(test, in: function) }
                return judge(test, in: function, analysis, flooded)
            }
        }
    }

    private static func judge(
        _ test: Expression, in function: ScriptFunction, _ analysis: Analysis,
        _ flooded: [Value.Made: CallFact]
    ) -> Finding? {
        var question = test
        var isNegated = false
        if case .unary("Not", let inner) = test.kind {
            question = inner
            isNegated = true
        }
        guard let call = analysis.index.callsByExpression[ObjectIdentifier(question)] else {
            return nil
        }
        if questions.contains(where: { call.isCall(of: [$0.key]) && $0.value != isNegated }) {
            return endless(test, in: function)
        }
        guard isNegated, call.isCall(of: ["queue.empty"]),
            case .attribute(let owner, _) = call.function.kind,
            let put = analysis.made(["queue"], by: owner, in: function, of: function.script)
                .lazy.compactMap({ flooded[$0] }).first, QueueFlow.isWithoutEnd(put)
        else { return nil }
        return finding(
            "\(function.name) takes all that is there within one frame, while a worker's loop goes on "
                + "putting more in.",
            at: test.span, in: function.script,
            notes: [
                .init(
                    text: "it is filled here",
                    location: SourceLocation(put.expression.span, of: put.script))
            ])
    }

    private static func endless(_ test: Expression, in function: ScriptFunction) -> Finding {
        finding(
            "\(function.name) runs within a frame, and the frame lasts until this changes.",
            at: test.span, in: function.script)
    }

    /// Whether a loop only waits: nothing in it could change what its test asks.
    private static func doesNothing(_ body: [Statement]) -> Bool {
        body.allSatisfy { statement in
            switch statement.kind {
            case .nothing, .nextRound: return true
            case .expression(let value):
                guard case .call(let function, _) = value.kind else {
                    return ExpressionWalk([value]).allSatisfy(\.isConstant)
                }
                return ["time.sleep", "sleep"].contains(function.dotted)
            default: return false
            }
        }
    }

    /// Whether a test looks at a value and calls nothing that could do some work.
    private static func asksNobody(_ test: Expression) -> Bool {
        ExpressionWalk([test]).allSatisfy { part in
            switch part.kind {
            case .call(let function, _): function.dotted == "len"
            case .awaited, .yielded, .named: false
            default: true
            }
        }
    }

    /// Whether a loop has another end than its test.
    private static func leaves(_ body: [Statement]) -> Bool {
        SyntaxWalk(body).contains { statement in
            switch statement.kind {
            case .leaveLoop, .returned, .raised: true
            default: false
            }
        }
    }
}

extension Expression {
    fileprivate var isConstant: Bool {
        switch kind {
        case .constant, .string: true
        default: false
        }
    }
}
