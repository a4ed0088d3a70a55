/// One value of a YAML or JSON file, with its place.
struct SourceNode {
    /// What the value is.
    indirect enum Value {
        case null
        case bool(Bool)
        case int(Int)
        case double(Double)
        case string(String)
        case list([SourceNode])
        case mapping([SourceEntry])
    }

    /// The value.
    let value: Value
    /// A scalar as the file writes it, so that `1.50` in a table's cell stays what it is.
    let written: String
    /// Where the value begins.
    let place: SourcePlace
    /// The line on which a text's first character stands; a block text begins below its sign.
    let textLine: Int
    /// Where it stands in its text; nil where that is not known, as in JSON.
    var span: SourceSpan?

    /// The word for its shape in messages.
    var shape: String {
        switch value {
        case .null: "nothing"
        case .bool: "a boolean"
        case .int, .double: "a number"
        case .string: "text"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }

    /// Whether the value is null, which counts as left out.
    var isNull: Bool {
        if case .null = value { true } else { false }
    }

    /// The value of an entry of a mapping; nil for any other shape, and when it is null.
    subscript(key: String) -> SourceNode? {
        guard case .mapping(let entries) = value else { return nil }
        return entries.first { $0.key == key && !$0.value.isNull }?.value
    }
}
