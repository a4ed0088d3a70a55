internal import OperatorNetwork

/// How values look that are not copied from a text: what stands on one line, and what in a block.
enum YAMLStyle {
    /// Whether a draft is a list.
    static func isList(_ draft: Draft) -> Bool {
        switch draft {
        case .list: return true
        case .kept(let node):
            if case .list = node.value { return true }
            return false
        default: return false
        }
    }

    /// Whether a draft is written on the line of its key: scalars, what is empty, short vectors.
    static func isInline(_ draft: Draft) -> Bool {
        switch draft {
        case .scalar: return true
        case .list(let elements, let origin):
            if let span = origin?.span { return elements.isEmpty || !span.isBlock }
            return elements.isEmpty || isVector(elements)
        case .mapping(let entries, let origin):
            if let span = origin?.span { return entries.isEmpty || !span.isBlock }
            return entries.isEmpty
        case .kept(let node):
            switch node.value {
            case .list(let elements):
                if let span = node.span { return elements.isEmpty || !span.isBlock }
                return elements.isEmpty || isVector(elements.map { .kept($0) })
            case .mapping(let entries):
                return entries.isEmpty || node.span.map { !$0.isBlock } ?? false
            default: return true
            }
        }
    }

    private static func isVector(_ elements: [Draft]) -> Bool {
        elements.count <= 4
            && elements.allSatisfy { element in
                switch element {
                case .scalar(.int), .scalar(.double): return true
                case .kept(let node):
                    switch node.value {
                    case .int, .double: return true
                    default: return false
                    }
                default: return false
                }
            }
    }

    /// The lines of a text that is written as a block; nil for all else.
    static func blockText(_ draft: Draft) -> (sign: String, lines: [Substring])? {
        switch draft {
        case .scalar(.string(let text)): return YAMLText.block(text)
        case .kept(let node):
            if case .string(let text) = node.value { return YAMLText.block(text) }
            return nil
        default: return nil
        }
    }

    /// Writes a value on one line.
    static func flow(_ draft: Draft, isInside: Bool = false) -> String {
        switch draft {
        case .scalar(let value): return scalar(value, isInside)
        case .kept(let node):
            switch node.value {
            case .string(let text): return YAMLText.line(text, isFlow: isInside)
            case .null: return "null"
            case .bool: return node.written
            case .int, .double: return number(node)
            case .list, .mapping: break
            }
        case .list, .mapping: break
        }
        if isList(draft) {
            return "[" + draft.elements.map { flow($0, isInside: true) }.joined(separator: ", ")
                + "]"
        }
        let entries = draft.entries.map {
            YAMLText.line($0.key, isFlow: true) + ": " + flow($0.value, isInside: true)
        }
        return "{" + entries.joined(separator: ", ") + "}"
    }

    /// A number as it stood, unless it stood in JSON and YAML takes the word for something else, as it
    /// takes `1e5` for a text.
    private static func number(_ node: SourceNode) -> String {
        switch (node.value, YAMLScalar.plain(node.written)) {
        case (.int(let value), .int(let read)) where value == read: node.written
        case (.double(let value), .double(let read)) where value == read: node.written
        case (.int(let value), _): "\(value)"
        case (.double(let value), _): YAMLText.number(value)
        default: node.written
        }
    }

    private static func scalar(_ value: PlainValue, _ isInside: Bool) -> String {
        switch value {
        case .bool(let value): value ? "true" : "false"
        case .int(let value): "\(value)"
        case .double(let value): YAMLText.number(value)
        case .string(let text): YAMLText.line(text, isFlow: isInside)
        default: "null"
        }
    }
}
