/// A lock taken again by the one who holds it.
package enum SelfDeadlock: Rule {
    package static let id = "TH509"
    package static let name = "SelfDeadlock"
    package static let title = "a lock is taken twice by the same thread"
    package static let severity = Severity.error
    package static let help =
        "Let the inner function leave the lock to its callers, or use threading.RLock."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.functions.flatMap { function -> [Finding] in
            let regions = analysis.locks.regions[function] ?? []
            return regions.filter { $0.lock.type == "threading.Lock" }.flatMap { outer in
                let nested = regions.filter {
                    $0.lock == outer.lock && $0.spelling == outer.spelling && !$0.isBounded
                        && outer.contains($0.site)
                }.map { finding($0.site, again: $0, outer) }
                let called = analysis.calls(in: function).filter { outer.contains($0.expression) }
                    .compactMap { call in
                        again(outer, by: call, analysis).map {
                            finding(call.expression, again: $0, outer)
                        }
                    }
                return nested + called
            }
        }
    }

    private static func finding(
        _ site: Expression, again inner: Locks.Region, _ outer: Locks.Region
    ) -> Finding {
        finding(
            "\(outer.function.name) holds \(outer.spelling) here, and \(inner.function.name) takes it "
                + "again: the thread waits for itself.",
            at: site.span, in: outer.function.script,
            notes: [
                .init(
                    text: "it is taken again here",
                    location: SourceLocation(inner.site.span, of: inner.function.script))
            ])
    }

    /// Where what is called takes the same lock of the same object, at any depth.
    private static func again(
        _ outer: Locks.Region, by call: CallFact, _ analysis: Analysis
    ) -> Locks.Region? {
        var seen: Set<ScriptFunction> = []
        var rest = callees(of: call, outer, analysis)
        while let function = rest.popLast() {
            guard seen.insert(function).inserted else { continue }
            let same = (analysis.locks.regions[function] ?? []).first { region in
                region.lock == outer.lock && !region.isBounded
                    && isOfSameObject(region, outer)
            }
            if let same { return same }
            rest += analysis.calls(in: function).flatMap { callees(of: $0, outer, analysis) }
        }
        return nil
    }

    /// What a call runs on the same object; any function, for a lock that belongs to none.
    private static func callees(
        of call: CallFact, _ outer: Locks.Region, _ analysis: Analysis
    ) -> [ScriptFunction] {
        guard outer.spelling.contains(".") else { return analysis.sureCallees(of: call) }
        guard case .attribute(let owner, _) = call.function.kind,
            let caller = call.inside, caller.owner != nil,
            owner.dotted == caller.definition.parameters.first?.name
        else { return [] }
        return analysis.sureCallees(of: call)
    }

    private static func isOfSameObject(_ one: Locks.Region, _ other: Locks.Region) -> Bool {
        func path(_ region: Locks.Region) -> Substring {
            region.spelling.drop { $0 != "." }
        }
        return path(one) == path(other)
            && (!one.spelling.contains(".") || isOwn(one) && isOwn(other))
    }

    /// Whether the lock is the function's own object's.
    private static func isOwn(_ region: Locks.Region) -> Bool {
        guard let receiver = region.function.definition.parameters.first?.name else { return false }
        return region.spelling.hasPrefix("\(receiver).")
    }
}
