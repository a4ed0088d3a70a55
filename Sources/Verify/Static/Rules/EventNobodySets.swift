/// A wait that nothing ends.
package enum EventNobodySets: Rule {
    package static let id = "TH207"
    package static let name = "EventNobodySets"
    package static let title = "an event is waited for that nobody sets"
    package static let severity = Severity.error
    package static let help =
        "Set it where the work ends, in a finally, so that failures set it too."

    package static func find(in analysis: Analysis) -> [Finding] {
        let set = Set(
            analysis.calls.filter { $0.name == "set" }.flatMap { events(of: $0, analysis) })
        return analysis.calls.compactMap { call in
            guard call.name == "wait", call.arguments.isEmpty else { return nil }
            let waited = events(of: call, analysis)
            guard !waited.isEmpty, set.isDisjoint(with: waited),
                waited.allSatisfy({ !escapes($0, analysis) })
            else { return nil }
            return finding(
                "Nothing in the project sets this event, so the wait has no end.",
                at: call.expression.span, in: call.script)
        }
    }

    private static func events(of call: CallFact, _ analysis: Analysis) -> [Value.Made] {
        guard case .attribute(let owner, _) = call.function.kind else { return [] }
        return analysis.made(["threading.Event"], by: owner, in: call.inside, of: call.script)
            .filter { event in
                // An annotation tells the type of an event that somebody else makes.
                if case .call = event.site.kind { return true }
                return false
            }
    }

    /// Whether the event is given to code that the analysis does not see.
    private static func escapes(_ event: Value.Made, _ analysis: Analysis) -> Bool {
        analysis.calls.contains { call in
            call.callees.allSatisfy { $0.callee == nil }
                && call.arguments.contains { argument in
                    analysis.values(of: argument.value, in: call.inside, of: call.script)
                        .contains(.made(event))
                }
        }
    }
}
