/// What the operators of one network file share: defaults by type, and pages of parameters.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#type-defaults>
struct TDNSharedProperties {
    private var defaults: [String: TDNFields] = [:]
    private var templates: [String: SourceNode] = [:]

    private static let knownFields: Set<String> = ["parameters", "flags", "size", "color", "tags"]

    /// Reads the two sections of a file.
    ///
    /// - Throws: `ProjectError` for a section of the wrong shape.
    init(_ root: TDNFields) throws(ProjectError) {
        for entry in try root.fields("type_defaults")?.entries ?? [] where !entry.value.isNull {
            let fields = try TDNFields(
                checking: entry.value, owner: "the defaults of \(entry.key)", root.reading)
            fields.noteUnknown(besides: Self.knownFields)
            defaults[entry.key] = fields
        }
        for entry in try root.fields("par_templates")?.entries ?? [] {
            templates[entry.key] = entry.value
        }
    }

    /// The defaults that all operators of a type share.
    func defaults(of type: String) -> TDNFields? { defaults[type] }

    /// The definitions that a template stands for.
    func template(_ name: String) -> SourceNode? { templates[name] }
}
