/// A poll that hides every failure, thread conflicts among them.
package enum SwallowedExceptionInPoll: Rule {
    package static let id = "TH404"
    package static let name = "SwallowedExceptionInPoll"
    package static let title = "a poll swallows every exception"
    package static let severity = Severity.warning
    package static let help = "Catch queue.Empty alone."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.functions.flatMap { function -> [Finding] in
            let calls = analysis.calls(in: function).filter {
                $0.isCall(of: ["queue.get", "queue.get_nowait"])
            }
            guard !calls.isEmpty, analysis.offMain[function] == nil else { return [] }
            return SyntaxWalk(function.definition.body).flatMap { statement -> [Finding] in
                guard case .attempt(let body, let handlers, _, _) = statement.kind,
                    SyntaxWalk(body).contains(where: { inner in
                        ExpressionWalk(inner.expressions).contains { expression in
                            calls.contains { $0.expression === expression }
                        }
                    })
                else { return [] }
                return handlers.filter { catchesAll($0) && isSilent($0.body) }.map {
                    finding(
                        "\(function.name) means an empty queue here, and hides everything else as well.",
                        at: $0.span.firstLine, in: function.script,
                        fix: fix($0, in: function.script))
                }
            }
        }
    }

    /// `queue.Empty` in place of everything, where the script has the module.
    private static func fix(_ handler: Statement.Handler, in script: Script) -> Fix? {
        guard script.scope.variables["queue"] == [.external("queue")] else { return nil }
        if let type = handler.type {
            return Fix(in: script, isSafe: false, [(type.span, "queue.Empty")])
        }
        let start = handler.span
        let column = start.column + "except".utf8.count
        let place = SourceSpan(
            line: start.line, column: column, endLine: start.line, endColumn: column)
        return Fix(in: script, isSafe: false, [(place, " queue.Empty")])
    }

    private static func catchesAll(_ handler: Statement.Handler) -> Bool {
        guard let type = handler.type else { return true }
        return ["Exception", "BaseException"].contains(type.dotted)
    }

    private static func isSilent(_ body: [Statement]) -> Bool {
        body.allSatisfy { statement in
            switch statement.kind {
            case .nothing, .nextRound, .leaveLoop: true
            case .returned(let value): value == nil
            default: false
            }
        }
    }
}
