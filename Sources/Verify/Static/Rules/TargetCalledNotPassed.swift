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
                at: target.span, in: call.script, fix: fix(target, call))
        }
    }

    /// The function itself for `target`, and what it was called with for `args`.
    private static func fix(_ target: Expression, _ call: CallFact) -> Fix? {
        guard case .call(let function, let arguments) = target.kind,
            arguments.allSatisfy({ $0.name == nil && !$0.isUnpacked }),
            arguments.isEmpty || call.argument("args", at: 3) == nil,
            let passed = text(of: arguments, in: call.script)
        else { return nil }
        let rest = SourceSpan(
            line: function.span.endLine, column: function.span.endColumn,
            endLine: target.span.endLine, endColumn: target.span.endColumn)
        return Fix(
            in: call.script, isSafe: false,
            [(rest, arguments.isEmpty ? "" : ", args=(\(passed),)")])
    }

    /// Arguments as they are written; nil for what does not stand on one line.
    private static func text(of arguments: [Expression.Argument], in script: Script) -> String? {
        var parts: [String] = []
        for argument in arguments {
            let span = argument.value.span
            guard span.line == span.endLine, span.line <= script.lines.count else { return nil }
            let line = Array(script.lines[span.line - 1].utf8)
            guard span.endColumn <= line.count else { return nil }
            parts.append(String(decoding: line[span.column..<span.endColumn], as: UTF8.self))
        }
        return parts.joined(separator: ", ")
    }
}
