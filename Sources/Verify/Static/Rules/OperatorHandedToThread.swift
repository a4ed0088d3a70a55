/// An operator given to a thread among its arguments.
package enum OperatorHandedToThread: Rule {
    package static let id = "TH103"
    package static let name = "OperatorHandedToThread"
    package static let title = "an operator is handed to a thread"
    package static let severity = Severity.warning
    package static let help =
        "Hand over its path or the plain values that the thread needs; it can do nothing with the "
        + "operator."

    package static func find(in analysis: Analysis) -> [Finding] {
        let sites = Set(analysis.starts.compactMap { $0.site.map(ObjectIdentifier.init) })
        return analysis.calls.filter { sites.contains(ObjectIdentifier($0.expression)) }.flatMap {
            call in
            handedOver(by: call).compactMap { argument in
                let values = analysis.values(of: argument, in: call.inside, of: call.script)
                guard values.contains(.operators(.whole)) || values.contains(.operators(.part))
                else { return nil }
                return finding(
                    "An operator is handed to a thread, which must not touch it.",
                    at: argument.span, in: call.script)
            }
        }
    }

    /// The arguments that reach the thread: those in `args` and `kwargs`, and what follows a function.
    private static func handedOver(by call: CallFact) -> [Expression] {
        call.arguments.enumerated().flatMap { position, argument -> [Expression] in
            switch argument.value.kind {
            case .collection(_, let items): items
            case .dictionary(let pairs): pairs.map(\.value)
            default:
                argument.name == nil && position > 0 && call.name != "Thread"
                    ? [argument.value] : []
            }
        }
    }
}
