/// A worker that goes on when the extension that started it is made anew.
///
/// - Source: <https://docs.derivative.ca/Extensions>
package enum SurvivorAfterReinit: Rule {
    package static let id = "TH205"
    package static let name = "SurvivorAfterReinit"
    package static let title = "a worker outlives the extension that started it"
    package static let severity = Severity.warning
    package static let help =
        "Tell the worker to end in onDestroyTD, which TouchDesigner calls before it makes the "
        + "extension anew."

    private static let teardowns: Set = ["onDestroyTD", "__delTD__", "__del__"]

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.starts.compactMap { start in
            guard start.kind == .thread, let site = start.site, let target = start.targets.first,
                let owner = start.inside?.owner, owner === target.owner,
                analysis.isExtension(owner), let signal = signal(of: target),
                !isTornDown(owner, signal, analysis)
            else { return nil }
            let isEnded = owner.ancestry.flatMap(\.methods).contains { method in
                method !== target && method.definition.name != "__init__"
                    && method.definition.expressions.contains { $0.dotted == signal }
            }
            return finding(
                "\(target.name) goes on until \(signal) says otherwise, and nothing says so when "
                    + "\(owner.name) is made anew.",
                at: site.span, in: start.script,
                // Who has a way to end it may well do so before the text changes.
                severity: isEnded ? .info : .warning)
        }
    }

    /// The attribute that a worker's loop asks whether to go on, such as `self.stop`.
    private static func signal(of target: ScriptFunction) -> String? {
        guard let receiver = target.definition.parameters.first?.name else { return nil }
        for statement in SyntaxWalk(target.definition.body) {
            guard case .whileLoop(let test, _, _) = statement.kind else { continue }
            for expression in ExpressionWalk([test]) {
                guard case .attribute(let owner, let name) = expression.kind,
                    owner.dotted == receiver
                else { continue }
                return "\(receiver).\(name)"
            }
        }
        return nil
    }

    /// Whether the methods that run at an extension's end, or what they call, touch the signal.
    private static func isTornDown(
        _ type: ScriptClass, _ signal: String, _ analysis: Analysis
    ) -> Bool {
        var rest = type.ancestry.flatMap(\.methods).filter {
            teardowns.contains($0.definition.name)
        }
        var seen = Set(rest)
        while let function = rest.popLast() {
            if function.definition.expressions.contains(where: { $0.dotted == signal }) {
                return true
            }
            for callee in analysis.callees[function] ?? [] where seen.insert(callee).inserted {
                rest.append(callee)
            }
        }
        return false
    }
}
