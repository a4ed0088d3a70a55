internal import OperatorNetwork

/// Compares a text that was written with the draft that it was written from.
enum DraftCheck {
    /// Tells whether a text reads back as a draft.
    static func reads(_ text: String, as draft: Draft) -> Bool {
        guard let folder = try? ProjectFolder("/") else { return false }
        let reading = ProjectReading(folder: folder)
        let source = SourceFile(text: text, file: "the written text")
        guard let node = try? YAMLReader(source, reading).read() else { return false }
        return isSame(draft, node)
    }

    /// Tells whether two trees hold the same values in the same order.
    static func isSame(_ draft: Draft, _ node: SourceNode) -> Bool {
        switch node.value {
        case .list(let elements):
            guard YAMLStyle.isList(draft) else { return false }
            let drafts = draft.elements
            return drafts.count == elements.count
                && zip(drafts, elements).allSatisfy { isSame($0, $1) }
        case .mapping(let entries):
            guard !YAMLStyle.isList(draft), !isScalar(draft) else { return false }
            let drafts = draft.entries
            return drafts.count == entries.count
                && zip(drafts, entries).allSatisfy {
                    $0.key == $1.key && isSame($0.value, $1.value)
                }
        default:
            return scalar(draft).map { isSame($0, node.value) } ?? false
        }
    }

    private static func isScalar(_ draft: Draft) -> Bool { scalar(draft) != nil }

    private static func scalar(_ draft: Draft) -> SourceNode.Value? {
        switch draft {
        case .list, .mapping: return nil
        case .scalar(let value):
            switch value {
            case .bool(let value): return .bool(value)
            case .int(let value): return .int(value)
            case .double(let value): return .double(value)
            case .string(let text): return .string(text)
            default: return .null
            }
        case .kept(let node):
            switch node.value {
            case .list, .mapping: return nil
            default: return node.value
            }
        }
    }

    private static func isSame(_ left: SourceNode.Value, _ right: SourceNode.Value) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.int(let left), .int(let right)): left == right
        case (.double(let left), .double(let right)):
            left == right || left.isNaN && right.isNaN
                || YAMLText.number(left) == YAMLText.number(right)
        case (.double(let left), .int(let right)), (.int(let right), .double(let left)):
            left == Double(right)
        case (.string(let left), .string(let right)): left == right
        default: false
        }
    }
}
