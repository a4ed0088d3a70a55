internal import OperatorNetwork

/// How code of one operator names another: by shortcuts where there are any, else by its path.
///
/// - Source: <https://docs.derivative.ca/OP_Class>, <https://docs.derivative.ca/TDFunctions>
struct ShortcutPath {
    private let from: Operator
    private let to: Operator

    init(from: Operator, to: Operator) {
        (self.from, self.to) = (from, to)
    }

    /// The expression, the shortest kind that leads there.
    var expression: String {
        if let name = to.text(of: "opshortcut") { return "op.\(name)" }
        if to === from { return "me" }
        if let direct = ancestor(to) { return direct }
        if to.isInside(from) { return "op('./\(below(from))')" }
        for above in sequence(first: to, next: \.parent).dropFirst() {
            if let name = above.text(of: "opshortcut") {
                return "op.\(name).op('\(below(above))')"
            }
            guard let shared = ancestor(above) else { continue }
            // A sibling needs no parent to be found.
            if above === from.parent { return "op('\(below(above))')" }
            return above.parent == nil ? "op('\(to.path)')" : "\(shared).op('\(below(above))')"
        }
        return "op('\(to.path)')"
    }

    /// `parent.Name` or `parent(n)` for an operator around `from`.
    private func ancestor(_ node: Operator) -> String? {
        guard from.isInside(node) else { return nil }
        if let name = node.text(of: "parentshortcut"), nearest(named: name) === node {
            return "parent.\(name)"
        }
        let level = from.ancestors.prefix { $0 !== node }.count + 1
        return level == 1 ? "parent()" : "parent(\(level))"
    }

    private func nearest(named name: String) -> Operator? {
        from.ancestors.first { $0.text(of: "parentshortcut") == name }
    }

    private func below(_ node: Operator) -> Substring {
        to.path.dropFirst(node.parent == nil ? 1 : node.path.count + 1)
    }
}

extension Operator {
    /// What a text parameter is set to; nil for none and for an empty text.
    fileprivate func text(of parameter: String) -> String? {
        guard case .string(let text)? = parameters[parameter]?.value, !text.isEmpty else {
            return nil
        }
        return text
    }
}
