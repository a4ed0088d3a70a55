/// A thread that waits with a lock in its hand which a frame needs.
package enum LockHeldWhileWaiting: Rule {
    package static let id = "TH304"
    package static let name = "LockHeldWhileWaiting"
    package static let title = "a thread waits with a lock that a frame needs"
    package static let severity = Severity.warning
    package static let help =
        "Wait first, then take the lock only to hand over what was found; or use a queue."

    package static func find(in analysis: Analysis) -> [Finding] {
        let regions = analysis.locks.regions.values.flatMap(\.self)
        let inFrames = regions.filter { region in
            analysis.index.frames[region.function] != nil
                && analysis.offMain[region.function] == nil && !region.isBounded
        }
        guard !inFrames.isEmpty else { return [] }
        return analysis.calls.compactMap { call in
            guard let function = call.inside, analysis.offMain[function] != nil,
                let what = wait(of: call, analysis, depth: 2),
                let held = analysis.locks.regions[function]?.first(where: { region in
                    region.contains(call.expression)
                        && inFrames.contains { $0.lock == region.lock }
                }), let frame = inFrames.first(where: { $0.lock == held.lock })
            else { return nil }
            return finding(
                "\(function.name) \(what) here and holds \(held.spelling) meanwhile, for which the "
                    + "frame waits.",
                at: call.expression.span, in: call.script,
                notes: [
                    .init(
                        text: "\(frame.function.name) takes it within a frame",
                        location: SourceLocation(frame.site.span, of: frame.function.script))
                ])
        }
    }

    /// What a call waits for, by itself or in what it calls.
    private static func wait(of call: CallFact, _ analysis: Analysis, depth: Int) -> String? {
        if let what = SlowCalls.wait(of: call) { return what }
        guard depth > 0 else { return nil }
        for callee in analysis.sureCallees(of: call) {
            for inner in analysis.calls(in: callee) {
                if let what = wait(of: inner, analysis, depth: depth - 1) { return what }
            }
        }
        return nil
    }
}
