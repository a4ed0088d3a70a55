/// A program that a thread reads from, and that goes on when the thread is gone.
package enum ChildOutlivesThread: Rule {
    package static let id = "TH209"
    package static let name = "ChildOutlivesThread"
    package static let title = "a program outlives the thread that started it"
    package static let severity = Severity.warning
    package static let help =
        "Keep the Popen where the stop method finds it, and terminate() it there: a daemon thread's "
        + "end does not end its program."

    package static func find(in analysis: Analysis) -> [Finding] {
        let ended = Set(
            analysis.calls.filter { ["terminate", "kill", "send_signal"].contains($0.name) }
                .flatMap { programs(of: $0.function, $0, analysis) })
        return analysis.calls.compactMap { call in
            guard call.isCall(of: ["subprocess.Popen"]), let function = call.inside,
                analysis.offMain[function] != nil
            else { return nil }
            let program = Value.Made(type: "subprocess.Popen", site: call.expression)
            guard !ended.contains(program), isReadFrom(program, in: function, analysis) else {
                return nil
            }
            return finding(
                "\(function.name) runs on a thread and reads from this program, which nothing ends.",
                at: call.expression.span, in: call.script,
                notes: analysis.notes(onStartOf: function))
        }
    }

    private static func programs(
        of function: Expression, _ call: CallFact, _ analysis: Analysis
    ) -> [Value.Made] {
        guard case .attribute(let owner, _) = function.kind else { return [] }
        return analysis.made(
            ["subprocess.Popen"], by: owner, in: call.inside, of: call.script)
    }

    /// Whether a loop takes the program's output line by line, as long as it runs.
    private static func isReadFrom(
        _ program: Value.Made, in function: ScriptFunction, _ analysis: Analysis
    ) -> Bool {
        SyntaxWalk(function.definition.body).contains { statement in
            let parts: [Expression]
            switch statement.kind {
            case .forLoop(_, let source, _, _): parts = [source]
            case .whileLoop(let test, let body, _):
                parts = [test] + SyntaxWalk(body).flatMap(\.expressions)
            default: return false
            }
            return ExpressionWalk(parts).contains { expression in
                guard case .attribute(let owner, "stdout") = expression.kind else { return false }
                return analysis.made(
                    ["subprocess.Popen"], by: owner, in: function, of: function.script
                ).contains(program)
            }
        }
    }
}
