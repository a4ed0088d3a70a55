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

    /// Whether a `get()` is come to only when its queue has said that it is not empty, and nobody else
    /// takes anything out: then it does not wait.
    static func isAnswered(_ call: CallFact, _ analysis: Analysis) -> Bool {
        guard call.isCall(of: ["queue.get"]), let function = call.inside,
            let spelling = call.function.dotted?.dropLast(".get".count)
        else { return false }
        let isAsked = SyntaxWalk(function.definition.body).contains { statement in
            let (test, body): (Expression, [Statement])
            switch statement.kind {
            case .branch(let question, let block, _): (test, body) = (question, block)
            case .whileLoop(let question, let block, _): (test, body) = (question, block)
            default: return false
            }
            return says(test, of: spelling) && isOnlyOne(call, of: spelling, in: body)
        }
        return isAsked && consumers(of: call, analysis) == 1
    }

    /// Whether a test that holds says of a queue that there is something in it.
    private static func says(_ test: Expression, of queue: Substring) -> Bool {
        switch test.kind {
        case .unary("Not", let inner): isQuestion(inner, "\(queue).empty")
        case .boolean("And", let parts): parts.contains { says($0, of: queue) }
        case .comparison(let left, let others):
            isQuestion(left, "\(queue).qsize")
                && others.allSatisfy { ["Gt", "GtE", "NotEq"].contains($0.0) }
        default: isQuestion(test, "\(queue).qsize")
        }
    }

    private static func isQuestion(_ expression: Expression, _ name: String) -> Bool {
        guard case .call(let function, _) = expression.kind else { return false }
        return function.dotted == name
    }

    /// Whether a block takes one item, with the call: of a second one nobody has asked whether it is there.
    private static func isOnlyOne(
        _ call: CallFact, of queue: Substring, in body: [Statement]
    ) -> Bool {
        let gets = ExpressionWalk(SyntaxWalk(body).flatMap(\.expressions))
            .filter { isQuestion($0, "\(queue).get") }
        return gets.count == 1 && gets[0] === call.expression
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
