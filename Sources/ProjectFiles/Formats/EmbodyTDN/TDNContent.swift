/// Reads what a DAT holds: from the network file, or from a file that it names.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#dat-content>
enum TDNContent {
    /// Reads a DAT's content and where it comes from.
    ///
    /// The field `file` is an addition of ours: a text file of the project, or a Markdown document
    /// with a heading, whose Python block is the content.
    ///
    /// - Throws: `ProjectError`: wrong shape, or a `file` that is not there.
    static func read(
        _ fields: TDNFields, into described: inout OperatorDescription
    ) throws(ProjectError) {
        if let reference = fields.node["file"] {
            try TDNContentFile.readField(reference, fields, into: &described)
        } else if let content = fields.node["dat_content"] {
            let format = try fields.text("dat_content_format") ?? "text"
            let isTable = format == "table"
            if !isTable, format != "text" {
                throw fields.error(
                    "dat_content_format", reason: "'\(format)' is neither text nor table.",
                    suggestion: "Write text or table.")
            }
            described.content = try value(content, isTable: isTable)
            described.contentPlace = SourcePlace(
                file: content.place.file, line: firstLine(content))
        }
        guard described.type.hasSuffix("DAT") else { return }
        try TDNContentFile.readParameter(fields.reading, into: &described)
    }

    private static func value(
        _ node: SourceNode, isTable: Bool
    ) throws(ProjectError) -> ContentDescription {
        switch node.value {
        case .mapping:
            throw TDNFields.wrongShape(node, field: "dat_content", wanted: "text or a list")
        case .list(let elements):
            let hasRows = elements.contains { if case .list = $0.value { true } else { false } }
            return isTable || hasRows
                ? .table(try rows(elements)) : .text(try texts(elements).joined(separator: "\n"))
        default: return .text(node.written)
        }
    }

    private static func rows(_ elements: [SourceNode]) throws(ProjectError) -> [[String]] {
        var rows: [[String]] = []
        for element in elements {
            if case .list(let cells) = element.value {
                rows.append(try texts(cells))
            } else {
                rows.append(try texts([element]))
            }
        }
        return rows
    }

    private static func texts(_ elements: [SourceNode]) throws(ProjectError) -> [String] {
        var texts: [String] = []
        for element in elements {
            switch element.value {
            case .list, .mapping:
                throw TDNFields.wrongShape(element, field: "dat_content", wanted: "text")
            case .null: texts.append("")
            default: texts.append(element.written)
            }
        }
        return texts
    }

    private static func firstLine(_ node: SourceNode) -> Int {
        if case .list(let elements) = node.value {
            return elements.first?.textLine ?? node.textLine
        }
        return node.textLine
    }
}
