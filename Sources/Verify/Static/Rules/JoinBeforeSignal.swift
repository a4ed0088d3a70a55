/// A wait for a thread that has not been told to end yet.
package enum JoinBeforeSignal: Rule {
    package static let id = "TH206"
    package static let name = "JoinBeforeSignal"
    package static let title = "a thread is waited for before it is told to end"
    package static let severity = Severity.error
    package static let help = "Signal first, then join, with a timeout."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.functions.flatMap { function -> [Finding] in
            let calls = analysis.calls(in: function)
            return calls.compactMap { join in
                guard join.name == "join", join.arguments.isEmpty, isThread(join, analysis),
                    let signal = calls.first(where: {
                        isSignal($0) && join.expression.span.isBefore($0.expression.span)
                    }),
                    !calls.contains(where: {
                        isSignal($0) && $0.expression.span.isBefore(join.expression.span)
                    })
                else { return nil }
                return finding(
                    "This waits for a thread that the signal below is to end, so it never comes to it.",
                    at: join.expression.span, in: function.script,
                    notes: [
                        .init(
                            text: "the signal comes after the wait",
                            location: SourceLocation(signal.expression.span, of: function.script))
                    ],
                    fix: LineMove(signal.expression, before: join.expression, in: function)?
                        .fix(isSafe: false))
            }
        }
    }

    private static func isThread(_ call: CallFact, _ analysis: Analysis) -> Bool {
        guard case .attribute(let owner, _) = call.function.kind else { return false }
        let isKnown = !analysis.made(
            ThreadAPI.threadClasses, by: owner, in: call.inside, of: call.script
        ).isEmpty
        return isKnown || owner.dotted?.lowercased().hasSuffix("thread") == true
    }

    private static func isSignal(_ call: CallFact) -> Bool {
        call.name == "set" && call.arguments.isEmpty || call.name == "shutdown"
    }
}
