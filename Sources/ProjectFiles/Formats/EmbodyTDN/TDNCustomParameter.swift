/// Reads the definition of one custom parameter.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#custom-parameter-definition>
enum TDNCustomParameter {
    private static let knownFields: Set<String> = [
        "name", "label", "style", "size", "default", "min", "max", "clampMin", "clampMax",
        "normMin", "normMax", "menuNames", "menuLabels", "menuSource", "startSection", "readOnly",
        "help", "value", "values", "page", "sequence",
    ]
    private static let styles: Set<String> = [
        "Float", "Int", "XY", "XYZ", "XYZW", "WH", "UV", "UVW", "RGB", "RGBA", "Str", "Menu",
        "StrMenu", "Toggle", "Pulse", "Momentary", "Header", "File", "FileSave", "Folder",
        "Python", "OP", "COMP", "TOP", "CHOP", "SOP", "DAT", "MAT", "POP", "Object", "PanelCOMP",
        "Sequence",
    ]
    private static let mostComponents = 1000

    /// Reads a definition.
    ///
    /// - Parameters:
    ///   - node: The mapping.
    ///   - owner: The operator that has the parameter.
    /// - Returns: Nil for a style that is not known, which is noted.
    /// - Throws: `ProjectError` for a wrong shape, or without name or style.
    static func read(
        _ node: SourceNode, _ owner: TDNFields
    ) throws(ProjectError) -> CustomParameterDescription? {
        let fields = try TDNFields(
            checking: node, owner: "a custom parameter of \(owner.owner)", owner.reading)
        guard let name = try fields.text("name"), let style = try fields.text("style") else {
            throw ProjectError(
                file: node.place.file, line: node.place.line,
                reason: "A custom parameter of \(owner.owner) lacks its name or its style.",
                suggestion: "Write both, such as {name: Speed, style: Float}.")
        }
        guard styles.contains(style) else {
            owner.reading.note(
                "The style '\(style)' of parameter '\(name)' of \(owner.owner) is not known; "
                    + "the parameter was read past.", at: node.place)
            return nil
        }
        fields.noteUnknown(besides: knownFields)
        var parameter = CustomParameterDescription(name: name, style: style, place: node.place)
        try readLook(fields, into: &parameter)
        try readRange(fields, into: &parameter)
        if let value = node["values"] ?? node["value"] { parameter.values = try values(value) }
        return parameter
    }

    /// Reads a value, or one for each component.
    ///
    /// - Throws: `ProjectError` for a value that no parameter can have.
    static func values(_ node: SourceNode) throws(ProjectError) -> [ParameterSetting] {
        guard case .list(let elements) = node.value else {
            return [try TDNParameters.setting(node)]
        }
        var values: [ParameterSetting] = []
        for element in elements { values.append(try TDNParameters.setting(element)) }
        return values
    }

    private static func readLook(
        _ fields: TDNFields, into parameter: inout CustomParameterDescription
    ) throws(ProjectError) {
        parameter.label = try fields.text("label")
        parameter.help = try fields.text("help")
        parameter.menuNames = try fields.texts("menuNames") ?? []
        parameter.menuLabels = try fields.texts("menuLabels") ?? []
        parameter.menuSource = try fields.text("menuSource")
        parameter.startsSection = try fields.flag("startSection")
        parameter.isReadOnly = try fields.flag("readOnly")
        parameter.sequence = try fields.text("sequence")
    }

    private static func readRange(
        _ fields: TDNFields, into parameter: inout CustomParameterDescription
    ) throws(ProjectError) {
        if let size = fields.node["size"] {
            guard case .int(let count) = size.value, (1...mostComponents).contains(count) else {
                throw TDNFields.wrongShape(
                    size, field: "size", wanted: "a number from 1 to \(mostComponents)")
            }
            parameter.size = count
        }
        if let value = fields.node["default"] {
            parameter.defaultValue = try TDNStorage.value(value)
        }
        parameter.minimum = try fields.number("min")
        parameter.maximum = try fields.number("max")
        parameter.clampsMinimum = try fields.flag("clampMin")
        parameter.clampsMaximum = try fields.flag("clampMax")
        parameter.normalizedMinimum = try fields.number("normMin")
        parameter.normalizedMaximum = try fields.number("normMax")
    }
}
