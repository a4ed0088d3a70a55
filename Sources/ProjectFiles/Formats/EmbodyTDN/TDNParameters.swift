internal import OperatorNetwork

/// Reads built-in parameters and sequences.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#built-in-parameters>
enum TDNParameters {
    /// Reads parameters over the defaults of their operator's type.
    ///
    /// - Parameters:
    ///   - own: The operator's own parameters, which win.
    ///   - defaults: The parameters that all operators of the type share.
    /// - Returns: The shared ones first, each name once.
    /// - Throws: `ProjectError` for a value that no parameter can have.
    static func merged(
        _ own: TDNFields?, over defaults: TDNFields?
    ) throws(ProjectError) -> [ParameterAssignment] {
        let ownEntries = own?.entries ?? []
        let names = Set(ownEntries.map(\.key))
        let inherited = (defaults?.entries ?? []).filter { !names.contains($0.key) }
        return try assignments(inherited + ownEntries)
    }

    /// Reads the sequences of an operator.
    ///
    /// - Throws: `ProjectError` for a sequence that is no list of blocks.
    static func sequences(_ fields: TDNFields) throws(ProjectError) -> [SequenceDescription] {
        var sequences: [SequenceDescription] = []
        for entry in try fields.fields("sequences")?.entries ?? [] {
            guard case .list(let elements) = entry.value.value else {
                throw TDNFields.wrongShape(
                    entry.value, field: entry.key, wanted: "a list of blocks")
            }
            var blocks: [[ParameterAssignment]] = []
            for element in elements {
                guard !element.isNull else {
                    blocks.append([])
                    continue
                }
                let block = try TDNFields(
                    checking: element, owner: "a block of '\(entry.key)'", fields.reading)
                blocks.append(try assignments(block.entries))
            }
            sequences.append(SequenceDescription(name: entry.key, blocks: blocks))
        }
        return sequences
    }

    /// Reads what is asked of one parameter.
    ///
    /// Null is the empty text, as Embody writes it; a mapping is the notation of version 1.0.
    ///
    /// - Throws: `ProjectError` for a mapping that is neither expression nor bind.
    static func setting(_ node: SourceNode) throws(ProjectError) -> ParameterSetting {
        switch node.value {
        case .null: return .constant(.string(""))
        case .string(let text): return ParameterSetting(shorthand: text)
        case .mapping:
            if let expression = node["expr"] { return .expression(expression.written) }
            if let bind = node["bind"] { return .bind(bind.written) }
            throw TDNFields.wrongShape(node, field: "a parameter", wanted: "a plain value")
        default: return .constant(try TDNStorage.value(node))
        }
    }

    private static func assignments(
        _ entries: [SourceEntry]
    ) throws(ProjectError) -> [ParameterAssignment] {
        var assignments: [ParameterAssignment] = []
        for entry in entries {
            assignments.append(
                ParameterAssignment(entry.key, try setting(entry.value), place: entry.place))
        }
        return assignments
    }
}
