/// `args=(x)`, which is `x` and not a tuple.
package enum ArgumentsNotATuple: Rule {
    package static let id = "TH607"
    package static let name = "ArgumentsNotATuple"
    package static let title = "args is no tuple"
    package static let severity = Severity.error
    package static let help = "Write args=(x,) with a comma."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard call.isCall(of: ["threading.Thread", "threading.Timer"]),
                let arguments = call.argument("args"), isNoSequence(arguments, call, analysis)
            else { return nil }
            return finding(
                "The thread's target gets the parts of this value, or fails, as it is no tuple.",
                at: arguments.span, in: call.script, fix: fix(arguments, in: call.script))
        }
    }

    /// A comma behind what stands in parentheses already, and parentheses around what does not.
    private static func fix(_ arguments: Expression, in script: Script) -> Fix? {
        let span = arguments.span
        guard span.line == span.endLine, span.line <= script.lines.count else { return nil }
        let line = Array(script.lines[span.line - 1].utf8)
        guard span.endColumn <= line.count else { return nil }
        let before = line[..<span.column].last { $0 != UInt8(ascii: " ") }
        let after = line[span.endColumn...].first { $0 != UInt8(ascii: " ") }
        // What stands alone on a line may have its parentheses on others.
        guard before != nil else { return nil }
        if before == UInt8(ascii: "("), after == UInt8(ascii: ")") {
            return Fix(in: script, isSafe: true, [(span.end, ",")])
        }
        let text = String(decoding: line[span.column..<span.endColumn], as: UTF8.self)
        return Fix(in: script, isSafe: true, [(span, "(\(text),)")])
    }

    private static func isNoSequence(
        _ expression: Expression, _ call: CallFact, _ analysis: Analysis
    ) -> Bool {
        switch expression.kind {
        case .string, .number, .truth, .formatted, .lambda: return true
        case .name, .attribute, .call:
            let values = analysis.values(of: expression, in: call.inside, of: call.script)
            return !values.isEmpty
                && values.allSatisfy { value in
                    switch value {
                    case .function, .method, .type, .instance, .text: true
                    case .made(let made): made.type == "queue" || made.type.hasPrefix("threading.")
                    case .operators(.whole): true
                    default: false
                    }
                }
        default: return false
        }
    }
}
