internal import OperatorNetwork

/// The script errors of operators, as `scriptErrors()` tells them.
///
/// - Source: <https://docs.derivative.ca/OP_Class>
final class ScriptErrors {
    private static let limit = 100
    private var messages: [OperatorID: [String]] = [:]

    /// Adds a message; a message that is there already is not repeated.
    func add(_ message: String, to node: Operator) {
        var list = messages[node.id] ?? []
        guard !list.contains(message), list.count < Self.limit else { return }
        list.append(message)
        messages[node.id] = list
    }

    /// All messages of an operator, a line each.
    func text(of node: Operator, recursing: Bool) -> String {
        let nodes = recursing ? node.withDescendants : [node]
        return nodes.flatMap { messages[$0.id] ?? [] }.joined(separator: "\n")
    }

    /// The messages of one operator.
    func list(of node: Operator) -> [String] { messages[node.id] ?? [] }

    /// Removes the messages that match.
    func clear(_ node: Operator, recursing: Bool, matching pattern: Pattern) {
        for child in recursing ? node.withDescendants : [node] {
            messages[child.id]?.removeAll { pattern.matches($0) }
        }
    }

    /// Forgets an operator that is gone.
    func forget(_ id: OperatorID) { messages[id] = nil }
}
