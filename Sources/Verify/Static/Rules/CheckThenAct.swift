/// A question whose answer another thread may change before it is acted on.
package enum CheckThenAct: Rule {
    package static let id = "TH502"
    package static let name = "CheckThenAct"
    package static let title = "two threads may both find that something is still to be done"
    package static let severity = Severity.warning
    package static let help =
        "Hold one lock around the question and the change, or let the main thread alone decide."

    package static func find(in analysis: Analysis) -> [Finding] {
        let shared = Set(analysis.classes.filter { analysis.isShared($0) })
        return analysis.functions.filter { function in
            function.definition.name != "__init__" && analysis.runsBeside(function, function)
                && function.owner.map(shared.contains) != false
        }.flatMap { function -> [Finding] in
            SyntaxWalk(function.definition.body).compactMap { statement in
                guard case .branch(let test, let body, _) = statement.kind,
                    !analysis.locks.covers(test),
                    let (subject, act) = act(on: test, in: body, of: function, analysis)
                else { return nil }
                return finding(
                    "Two threads may both come past this question before one of them sets \(subject).",
                    at: test.span, in: function.script,
                    notes: [
                        .init(
                            text: "it is set here",
                            location: SourceLocation(act.span, of: function.script))
                    ] + analysis.notes(onStartOf: function))
            }
        }
    }

    /// What the test asks about and the body sets without a lock, with a call in between, at which
    /// CPython may switch threads.
    private static func act(
        on test: Expression, in body: [Statement], of function: ScriptFunction, _ analysis: Analysis
    ) -> (subject: String, act: Expression)? {
        let asked = Set(
            ExpressionWalk([test]).compactMap { isShared($0, function) ? $0.dotted : nil })
        guard !asked.isEmpty else { return nil }
        var hasCalled = calls(in: [test])
        for statement in SyntaxWalk(body) {
            var targets: [Expression] = []
            switch statement.kind {
            case .assignment(let all, let value):
                targets = all
                hasCalled = hasCalled || calls(in: [value])
            case .augmented(let target, _, _): targets = [target]
            default: break
            }
            for target in targets {
                var subject = target
                if case .subscripted(let owner, _) = target.kind { subject = owner }
                guard let name = subject.dotted, asked.contains(name), hasCalled,
                    !analysis.locks.covers(target)
                else { continue }
                return (name, target)
            }
            hasCalled = hasCalled || calls(in: statement.expressions)
        }
        return nil
    }

    private static func calls(in expressions: [Expression]) -> Bool {
        ExpressionWalk(expressions).contains {
            if case .call = $0.kind { return true }
            return false
        }
    }

    /// Whether threads share what a name stands for: an attribute of the object, a global.
    private static func isShared(_ expression: Expression, _ function: ScriptFunction) -> Bool {
        switch expression.kind {
        case .attribute(let owner, _):
            function.owner != nil && owner.dotted == function.definition.parameters.first?.name
        case .name(let name): function.definition.globals.contains(name)
        default: false
        }
    }
}
