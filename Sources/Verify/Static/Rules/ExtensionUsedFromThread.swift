/// A member of another component's extension used by a thread.
package enum ExtensionUsedFromThread: Rule {
    package static let id = "TH107"
    package static let name = "ExtensionUsedFromThread"
    package static let title = "a thread calls another component's extension"
    package static let severity = Severity.warning
    package static let help =
        "Take what the thread needs from the extension before it starts, as plain values."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard let function = call.inside, analysis.offMain[function] != nil,
                case .attribute(let owner, let name) = call.function.kind,
                name.first?.isUppercase == true,
                analysis.values(of: owner, in: function, of: call.script)
                    .contains(.operators(.extended)),
                !ExpressionWalk([owner]).contains(where: { findsOperators($0, call, analysis) })
            else { return nil }
            return finding(
                "\(name) belongs to another component's extension, and \(function.name) runs it on a "
                    + "thread, with all that it touches.",
                at: call.expression.span, in: call.script,
                notes: analysis.notes(onStartOf: function))
        }
    }

    /// Whether the way to the extension leads through an operator, which is another rule's.
    private static func findsOperators(
        _ expression: Expression, _ call: CallFact, _ analysis: Analysis
    ) -> Bool {
        analysis.values(of: expression, in: call.inside, of: call.script).contains { value in
            switch value {
            case .operators(.whole), .operators(.part), .operators(.finder): true
            default: false
            }
        }
    }
}
