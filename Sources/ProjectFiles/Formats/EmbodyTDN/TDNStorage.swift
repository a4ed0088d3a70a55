internal import OperatorNetwork

/// Reads storage entries and the Python types wrapped in them.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#operator-storage>
enum TDNStorage {
    /// Reads a field of storage entries.
    ///
    /// - Throws: `ProjectError` for a wrapper that does not hold what its type needs.
    static func read(_ field: String, _ fields: TDNFields) throws(ProjectError) -> [NamedValue] {
        var values: [NamedValue] = []
        for entry in try fields.fields(field)?.entries ?? [] {
            values.append(NamedValue(entry.key, try value(entry.value)))
        }
        return values
    }

    /// Reads any value; `$type` with `$value` becomes a tuple, set or bytes.
    ///
    /// An unknown `$type` stays a dictionary.
    ///
    /// - Throws: `ProjectError` for a wrapper that does not hold what its type needs.
    static func value(_ node: SourceNode) throws(ProjectError) -> PlainValue {
        switch node.value {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .int(let value): return .int(value)
        case .double(let value): return .double(value)
        case .string(let value): return .string(value)
        case .list(let elements): return .list(try values(elements))
        case .mapping(let entries):
            if let type = node["$type"], let wrapped = try unwrapped(type.written, node) {
                return wrapped
            }
            var named: [NamedValue] = []
            for entry in entries { named.append(NamedValue(entry.key, try value(entry.value))) }
            return .dictionary(named)
        }
    }

    private static func values(_ nodes: [SourceNode]) throws(ProjectError) -> [PlainValue] {
        var values: [PlainValue] = []
        values.reserveCapacity(nodes.count)
        for node in nodes { values.append(try value(node)) }
        return values
    }

    private static func unwrapped(
        _ type: String, _ node: SourceNode
    ) throws(ProjectError) -> PlainValue? {
        guard let content = node["$value"] else { return nil }
        switch type {
        case "tuple", "set":
            guard case .list(let elements) = content.value else {
                throw TDNFields.wrongShape(content, field: "$value", wanted: "a list")
            }
            let values = try values(elements)
            return type == "tuple" ? .tuple(values) : .set(values)
        case "bytes":
            guard let bytes = Base64.bytes(of: content.written) else {
                throw TDNFields.wrongShape(content, field: "$value", wanted: "base64 text")
            }
            return .bytes(bytes)
        default: return nil
        }
    }
}
