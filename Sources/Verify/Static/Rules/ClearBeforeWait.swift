/// A signal that is wiped away by the one who waits for it.
package enum ClearBeforeWait: Rule {
    package static let id = "TH208"
    package static let name = "ClearBeforeWait"
    package static let title = "an event is cleared right before it is waited for"
    package static let severity = Severity.warning
    package static let help =
        "Clear it before the work is asked for, or right after the wait: a signal that came in "
        + "between is lost."

    package static func find(in analysis: Analysis) -> [Finding] {
        let signals = analysis.calls.filter { $0.isCall(of: ["threading.Event.set"]) }
        return analysis.functions.flatMap { function -> [Finding] in
            let calls = analysis.calls(in: function)
            return zip(calls, calls.dropFirst()).compactMap { clear, wait in
                guard clear.isCall(of: ["threading.Event.clear"]),
                    wait.isCall(of: ["threading.Event.wait"]),
                    let spelling = clear.function.dotted?.dropLast(".clear".count),
                    wait.function.dotted == "\(spelling).wait",
                    let signal = signals.first(where: {
                        isOf(clear, $0, analysis) && isElsewhere($0, function, analysis)
                    })
                else { return nil }
                return finding(
                    "A signal that comes before this line is wiped away, and the wait below never ends.",
                    at: clear.expression.span, in: clear.script,
                    notes: [
                        .init(
                            text: "it is set here",
                            location: SourceLocation(signal.expression.span, of: signal.script))
                    ])
            }
        }
    }

    private static func isOf(
        _ clear: CallFact, _ signal: CallFact, _ analysis: Analysis
    ) -> Bool {
        !events(of: clear, analysis).isDisjoint(with: events(of: signal, analysis))
    }

    private static func events(of call: CallFact, _ analysis: Analysis) -> Set<Value.Made> {
        guard case .attribute(let owner, _) = call.function.kind else { return [] }
        return Set(
            analysis.made(["threading.Event"], by: owner, in: call.inside, of: call.script))
    }

    /// Whether the one who sets it may do so while the waiter runs.
    private static func isElsewhere(
        _ signal: CallFact, _ waiter: ScriptFunction, _ analysis: Analysis
    ) -> Bool {
        guard let setter = signal.inside else { return analysis.offMain[waiter] != nil }
        return setter !== waiter && analysis.runsBeside(setter, waiter)
    }
}
