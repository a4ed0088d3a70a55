/// A worker whose failure nobody hears of.
package enum LostException: Rule {
    package static let id = "TH603"
    package static let name = "LostException"
    package static let title = "an exception in a thread is lost"
    package static let severity = Severity.info
    package static let help =
        "Catch it in the worker and put it into the queue, so that the poll can tell of it."

    package static func find(in analysis: Analysis) -> [Finding] {
        let targets = Set(
            analysis.starts.filter { [.thread, .timer, .lowLevel].contains($0.kind) }
                .flatMap(\.targets))
        let hasHook = analysis.index.statements.contains { statement, _, _ in
            statement.expressions.contains { $0.dotted == "threading.excepthook" }
        }
        guard !hasHook else { return [] }
        return analysis.functions.filter { targets.contains($0) }.compactMap { function in
            let isCaught = SyntaxWalk(function.definition.body).contains { statement in
                if case .attempt(_, let handlers, _, _) = statement.kind {
                    return !handlers.isEmpty
                }
                return false
            }
            guard !isCaught, !analysis.calls(in: function).isEmpty else { return nil }
            return finding(
                "If \(function.name) raises, its thread ends and nobody hears of it.",
                at: function.definition.span.firstLine, in: function.script,
                notes: analysis.notes(onStartOf: function))
        }
    }
}
