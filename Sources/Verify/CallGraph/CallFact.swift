/// One call in the project, with what is known of it.
struct CallFact {
    let expression: Expression
    let function: Expression
    let arguments: [Expression.Argument]
    /// What may be called.
    let callees: Set<Value>
    /// The function that the call stands in, nil for a script's own statements.
    let inside: ScriptFunction?
    let script: Script

    /// The name right before the parenthesis.
    var name: String {
        switch function.kind {
        case .name(let name), .attribute(_, let name): name
        default: ""
        }
    }

    /// The argument of a keyword or of a position.
    func argument(_ name: String, at position: Int? = nil) -> Expression? {
        if let named = arguments.first(where: { $0.name == name }) { return named.value }
        guard let position else { return nil }
        let positional = arguments.filter { $0.name == nil }
        guard position < positional.count, !positional[...position].contains(where: \.isUnpacked)
        else { return nil }
        return positional[position].value
    }

    /// Whether the call may be one of these, by dotted name: `time.sleep`, `queue.get`.
    func isCall(of names: Set<String>) -> Bool {
        callees.contains { value in
            switch value {
            case .external(let name): names.contains(name)
            case .externalMethod(let made, let method): names.contains("\(made.type).\(method)")
            default: false
            }
        }
    }
}
