/// A target that runs on the main thread, because it is called instead of passed.
package enum TargetCalledNotPassed: Rule {
    package static let id = "TH606"
    package static let name = "TargetCalledNotPassed"
    package static let title = "the target is called, not passed"
    package static let severity = Severity.error
    package static let help = "Leave the parentheses away: target=work, args=(…)."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard call.isCall(of: ["threading.Thread"]),
                let target = call.argument("target", at: 1), case .call(let callee, _) = target.kind
            else { return nil }
            let called = analysis.values(of: callee, in: call.inside, of: call.script)
                .compactMap(\.callee)
            let results = analysis.values(of: target, in: call.inside, of: call.script)
            guard !called.isEmpty, called.count == Set(called).count, results.isEmpty,
                called.allSatisfy({ $0.returned.isEmpty })
            else { return nil }
            return finding(
                "\(called[0].name) runs here and now, on this thread, and the new thread has nothing "
                    + "to do.",
                at: target.span, in: call.script)
        }
    }
}
