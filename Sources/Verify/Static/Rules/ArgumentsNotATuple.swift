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
                at: arguments.span, in: call.script)
        }
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
