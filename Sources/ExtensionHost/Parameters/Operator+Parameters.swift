internal import OperatorNetwork

/// Parameters as the host itself reads them: what can't be evaluated is off, or empty.
extension Operator {
    /// Whether a toggle is on.
    func isOn(_ name: String) -> Bool { parameters[name]?.isOn ?? false }

    /// What a text, a menu or a path says.
    func text(of name: String) -> String { parameters[name]?.text ?? "" }
}

extension Parameter {
    /// Whether the toggle is on.
    var isOn: Bool { (try? evaluate()) == .bool(true) }

    /// What the text, the menu or the path says.
    var text: String {
        guard let value = try? evaluate(), value != .none else { return "" }
        return value.text
    }
}
