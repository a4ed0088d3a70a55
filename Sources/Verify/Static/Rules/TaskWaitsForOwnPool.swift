/// A task of a pool that waits for another task of the same pool.
package enum TaskWaitsForOwnPool: Rule {
    package static let id = "TH510"
    package static let name = "TaskWaitsForOwnPool"
    package static let title = "a task waits for a task of its own pool"
    package static let severity = Severity.warning
    package static let help =
        "Give the inner tasks a pool of their own, or submit them from outside and wait there."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard call.isCall(of: ["future.result", "future.exception"]),
                let function = call.inside, let start = analysis.offMain[function],
                start.kind == .executor, let site = start.site,
                case .attribute(let future, _) = call.function.kind
            else { return nil }
            let own = pools(behind: site, analysis)
            let waited = analysis.made(["future"], by: future, in: function, of: call.script)
                .flatMap { pools(behind: $0.site, analysis) }
            guard !own.isDisjoint(with: waited) else { return nil }
            return finding(
                "\(function.name) runs in the pool whose task it waits for; once every thread of the "
                    + "pool does so, none is left to run those tasks.",
                at: call.expression.span, in: call.script,
                notes: analysis.notes(onStartOf: function))
        }
    }

    /// The pools that a call of `submit` hands a task to.
    private static func pools(behind submit: Expression, _ analysis: Analysis) -> Set<Value.Made> {
        guard let call = analysis.index.callsByExpression[ObjectIdentifier(submit)],
            case .attribute(let pool, _) = call.function.kind
        else { return [] }
        return Set(analysis.made(["pool"], by: pool, in: call.inside, of: call.script))
    }
}
