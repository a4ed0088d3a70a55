internal import OperatorNetwork

/// A value that is to be written: one that stands in a text already, or a new one.
///
/// What is kept is written as it stood, with its comments; so a document with one change differs
/// from the one it was in the lines of that change alone.
indirect enum Draft {
    /// As it stands in the text.
    case kept(SourceNode)
    /// A new value without parts.
    case scalar(PlainValue)
    /// A list; the node is the list that it was.
    case list([Draft], from: SourceNode? = nil)
    /// A mapping; the node is the mapping that it was.
    case mapping([DraftEntry], from: SourceNode? = nil)

    /// A new value with all its parts; tuples, sets and bytes become the wrappers that TDN has.
    ///
    /// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#value-serialization>
    init(_ value: PlainValue) {
        switch value {
        case .list(let values): self = .list(values.map { Draft($0) })
        case .dictionary(let entries):
            self = .mapping(entries.map { DraftEntry($0.name, Draft($0.value)) })
        case .tuple(let values): self = Self.wrapped("tuple", .list(values.map { Draft($0) }))
        case .set(let values): self = Self.wrapped("set", .list(values.map { Draft($0) }))
        case .bytes(let bytes):
            self = Self.wrapped("bytes", .scalar(.string(Base64.text(of: bytes))))
        default: self = .scalar(value)
        }
    }

    /// The entries of a mapping, to be changed; none for any other shape.
    var entries: [DraftEntry] {
        switch self {
        case .kept(let node):
            guard case .mapping(let entries) = node.value else { return [] }
            return entries.map { DraftEntry(keeping: $0) }
        case .mapping(let entries, _): return entries
        default: return []
        }
    }

    /// The elements of a list, to be changed; none for any other shape.
    var elements: [Draft] {
        switch self {
        case .kept(let node):
            guard case .list(let elements) = node.value else { return [] }
            return elements.map { .kept($0) }
        case .list(let elements, _): return elements
        default: return []
        }
    }

    /// The value that stood in the text where this one is to stand.
    var origin: SourceNode? {
        switch self {
        case .kept(let node): node
        case .scalar: nil
        case .list(_, let node), .mapping(_, let node): node
        }
    }

    private static func wrapped(_ type: String, _ value: Draft) -> Draft {
        .mapping([DraftEntry("$type", .scalar(.string(type))), DraftEntry("$value", value)])
    }
}
