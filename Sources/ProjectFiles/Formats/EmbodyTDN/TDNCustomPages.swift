/// Reads the definitions of custom parameters.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#custom-parameters>
enum TDNCustomPages {
    /// Reads an operator's pages: each a list, or a template with values.
    ///
    /// The older flat list, where each definition names its page, is read too.
    ///
    /// - Throws: `ProjectError`: wrong shape, no name or style, or an unknown template.
    static func read(
        _ fields: TDNFields, _ shared: TDNSharedProperties
    ) throws(ProjectError) -> [CustomPageDescription] {
        guard let node = fields.node["custom_pars"] else { return [] }
        switch node.value {
        case .list(let definitions): return try flat(definitions, fields)
        case .mapping(let entries):
            var pages: [CustomPageDescription] = []
            for entry in entries where !entry.value.isNull {
                pages.append(try page(entry, fields, shared))
            }
            return pages
        default:
            throw TDNFields.wrongShape(node, field: "custom_pars", wanted: "a mapping of pages")
        }
    }

    private static func page(
        _ entry: SourceEntry, _ fields: TDNFields, _ shared: TDNSharedProperties
    ) throws(ProjectError) -> CustomPageDescription {
        var definitions = entry.value
        var values: [String: SourceEntry] = [:]
        if case .mapping(let entries) = entry.value.value {
            definitions = try template(entry.value, fields, shared)
            for entry in entries where entry.key != "$t" { values[entry.key] = entry }
        }
        guard case .list(let elements) = definitions.value else {
            throw TDNFields.wrongShape(
                definitions, field: entry.key, wanted: "a list of parameter definitions")
        }
        var parameters: [CustomParameterDescription] = []
        for element in elements {
            guard var parameter = try TDNCustomParameter.read(element, fields) else { continue }
            if let value = values.removeValue(forKey: parameter.name) {
                parameter.values = try TDNCustomParameter.values(value.value)
                parameter.place = value.place
            }
            parameters.append(parameter)
        }
        for value in values.values.sorted(by: { $0.place.line < $1.place.line }) {
            fields.reading.note(
                "The template of page '\(entry.key)' has no parameter '\(value.key)'; "
                    + "its value was read past.", at: value.place)
        }
        return CustomPageDescription(name: entry.key, parameters: parameters)
    }

    private static func template(
        _ node: SourceNode, _ fields: TDNFields, _ shared: TDNSharedProperties
    ) throws(ProjectError) -> SourceNode {
        guard let name = node["$t"] else {
            throw TDNFields.wrongShape(
                node, field: "a page of custom_pars",
                wanted: "a list of definitions or a mapping with $t")
        }
        if let template = shared.template(name.written) { return template }
        throw ProjectError(
            file: name.place.file, line: name.place.line,
            reason: "The template '\(name.written)', which \(fields.owner) uses, "
                + "is not in par_templates.",
            suggestion: "Add it there, or write the page's definitions here.")
    }

    private static func flat(
        _ definitions: [SourceNode], _ fields: TDNFields
    ) throws(ProjectError) -> [CustomPageDescription] {
        var pages: [CustomPageDescription] = []
        var indices: [String: Int] = [:]
        for definition in definitions {
            guard let parameter = try TDNCustomParameter.read(definition, fields) else { continue }
            let name = definition["page"]?.written ?? "Custom"
            if let index = indices[name] {
                pages[index].parameters.append(parameter)
            } else {
                indices[name] = pages.count
                pages.append(CustomPageDescription(name: name, parameters: [parameter]))
            }
        }
        return pages
    }
}
