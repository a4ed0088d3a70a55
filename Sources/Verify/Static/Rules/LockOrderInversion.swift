/// Two locks that are taken in one order here and in the other order there.
package enum LockOrderInversion: Rule {
    package static let id = "TH504"
    package static let name = "LockOrderInversion"
    package static let title = "two locks are taken in opposite orders"
    package static let severity = Severity.error
    package static let help = "Take them in the same order everywhere, or make one lock of them."

    /// One lock taken while another is held.
    private struct Step {
        let outer: Locks.Region
        let inner: Locks.Region
        /// Where the inner one is taken, or the function called that takes it.
        let site: Expression
        /// The locks held around the outer one.
        let gates: Set<Value.Made>
    }

    package static func find(in analysis: Analysis) -> [Finding] {
        let steps = analysis.functions.flatMap { self.steps(in: $0, analysis) }
        var told: Set<Set<Value.Made>> = []
        return steps.compactMap { step in
            guard
                let other = steps.first(where: { isInverse($0, of: step, analysis) }),
                told.insert([step.outer.lock, step.inner.lock]).inserted
            else { return nil }
            return finding(
                "\(step.outer.function.name) holds \(step.outer.spelling) and takes "
                    + "\(step.inner.spelling); \(other.outer.function.name) takes them the other way "
                    + "round, so each may wait for the other for ever.",
                at: step.site.span, in: step.outer.function.script,
                notes: [
                    .init(
                        text: "the other way round here",
                        location: SourceLocation(other.site.span, of: other.outer.function.script))
                ])
        }
    }

    private static func isInverse(_ other: Step, of step: Step, _ analysis: Analysis) -> Bool {
        other.outer.lock == step.inner.lock && other.inner.lock == step.outer.lock
            && step.gates.isDisjoint(with: other.gates)
            && analysis.runsBeside(step.outer.function, other.outer.function)
    }

    private static func steps(in function: ScriptFunction, _ analysis: Analysis) -> [Step] {
        let regions = analysis.locks.regions[function] ?? []
        return regions.flatMap { outer -> [Step] in
            let gates = Set(regions.filter { $0.contains(outer.site) }.map(\.lock))
            let direct = regions.filter { !$0.isBounded && outer.contains($0.site) }.map {
                Step(outer: outer, inner: $0, site: $0.site, gates: gates)
            }
            let called = analysis.calls(in: function).filter { outer.contains($0.expression) }
                .flatMap { call in
                    taken(by: call, analysis).map {
                        Step(outer: outer, inner: $0, site: call.expression, gates: gates)
                    }
                }
            return (direct + called).filter { $0.inner.lock != outer.lock }
        }
    }

    /// The locks that what is called takes, at any depth.
    private static func taken(by call: CallFact, _ analysis: Analysis) -> [Locks.Region] {
        var found: [Locks.Region] = []
        var seen: Set<ScriptFunction> = []
        var rest = analysis.sureCallees(of: call)
        while let function = rest.popLast() {
            guard seen.insert(function).inserted else { continue }
            found += (analysis.locks.regions[function] ?? []).filter { !$0.isBounded }
            rest += analysis.calls(in: function).flatMap { analysis.sureCallees(of: $0) }
        }
        return found
    }
}
