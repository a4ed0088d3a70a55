/// `daemon` set on a thread that runs already, which Python refuses.
package enum DaemonSetAfterStart: Rule {
    package static let id = "TH202"
    package static let name = "DaemonSetAfterStart"
    package static let title = "daemon is set after start()"
    package static let severity = Severity.error
    package static let help = "Set daemon before start(), or give daemon=True to Thread()."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.index.statements.compactMap { statement, function, script in
            guard case .assignment(let targets, _) = statement.kind else { return nil }
            for target in targets {
                guard case .attribute(let owner, "daemon") = target.kind,
                    let spelling = owner.dotted
                else { continue }
                let start = analysis.calls.first {
                    $0.inside === function && $0.script === script && $0.name == "start"
                        && $0.function.dotted == "\(spelling).start"
                        && $0.expression.span.isBefore(target.span)
                }
                let isNewSince = analysis.calls.contains { call in
                    guard let start, call.inside === function, call.script === script else {
                        return false
                    }
                    return ThreadObjects.made(by: call) != nil
                        && start.expression.span.isBefore(call.expression.span)
                        && call.expression.span.isBefore(target.span)
                }
                if let start, !isNewSince {
                    return finding(
                        "The thread runs already, so setting daemon raises RuntimeError.",
                        at: target.span, in: script,
                        notes: [
                            .init(
                                text: "it is started here",
                                location: SourceLocation(start.expression.span, of: script))
                        ],
                        fix: function.flatMap {
                            LineMove(statement, before: start.expression, in: $0)?
                                .fix(isSafe: true)
                        })
                }
            }
            return nil
        }
    }
}
