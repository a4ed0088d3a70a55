/// Reads the operators of one network file.
struct TDNOperatorReader {
    private let shared: TDNSharedProperties
    private let reading: ProjectReading

    private static let knownFields: Set<String> = [
        "name", "type", "position", "size", "color", "comment", "tags", "dock", "parameters",
        "custom_pars", "flags", "storage", "startup_storage", "inputs", "comp_inputs",
        "dat_content", "dat_content_format", "dat_read_only", "children", "annotations",
        "palette_clone", "sequences", "tdn_ref", "tox_ref", "file",
    ]

    /// Prepares to read a file's operators.
    init(shared: TDNSharedProperties, _ reading: ProjectReading) {
        self.shared = shared
        self.reading = reading
    }

    /// Reads a list of siblings.
    ///
    /// - Parameters:
    ///   - node: The list.
    ///   - parent: The path of the COMP that they are in.
    /// - Returns: The operators in order.
    /// - Throws: `ProjectError`: no list, no name or type, a name twice, or anything inside.
    func operators(
        _ node: SourceNode, inside parent: String
    ) throws(ProjectError) -> [OperatorDescription] {
        guard case .list(let elements) = node.value else {
            throw TDNFields.wrongShape(node, field: "operators", wanted: "a list of operators")
        }
        let depth = parent.utf8.count { $0 == UInt8(ascii: "/") }
        try NestingDepth.check(depth, at: node.place)
        var siblings: [OperatorDescription] = []
        var lines: [String: Int] = [:]
        for element in elements {
            let sibling = try self.operator(element, inside: parent)
            if let first = lines.updateValue(sibling.place.line, forKey: sibling.name) {
                throw ProjectError(
                    file: sibling.place.file, line: sibling.place.line,
                    reason: "Two operators in \(parent) are called '\(sibling.name)'; "
                        + "the first is on line \(first).",
                    suggestion: "Give one of them another name.")
            }
            siblings.append(sibling)
        }
        return siblings
    }

    private func `operator`(
        _ node: SourceNode, inside parent: String
    ) throws(ProjectError) -> OperatorDescription {
        let unnamed = try TDNFields(checking: node, owner: "an operator in \(parent)", reading)
        let name = try required("name", unnamed)
        let type = try required("type", unnamed)
        guard OperatorName.isValid(name) else {
            throw unnamed.error(
                "name", reason: "'\(name)' is no operator name.",
                suggestion: "Use letters, digits and underscores only.")
        }
        let path = FilePath.join(parent, name)
        let fields = TDNFields(node, owner: path, reading)
        fields.noteUnknown(besides: Self.knownFields)

        var described = OperatorDescription(name: name, type: type, place: node.place)
        try readProperties(fields, into: &described)
        described.position = try fields.vector("position", count: 2)
        described.dock = try fields.text("dock")
        described.inputs = try TDNWires.sources(fields.list("inputs") ?? [], owner: fields)
        described.compInputs = try TDNWires.sources(fields.list("comp_inputs") ?? [], owner: fields)
        try TDNContent.read(fields, into: &described)
        try readInside(fields, path: path, into: &described)
        return described
    }

    /// Reads what operators and the file's own COMP have in common.
    ///
    /// - Throws: `ProjectError` for a field of the wrong shape.
    func readProperties(
        _ fields: TDNFields, into described: inout OperatorDescription
    ) throws(ProjectError) {
        let defaults = shared.defaults(of: described.type)
        described.parameters = try TDNParameters.merged(
            fields.fields("parameters"), over: defaults?.fields("parameters"))
        described.customPages = try TDNCustomPages.read(fields, shared)
        described.sequences = try TDNParameters.sequences(fields)
        let flags = fields.node["flags"] ?? defaults?.node["flags"]
        described.flags = try TDNFlags.read(flags, owner: fields)
        described.storage = try TDNStorage.read("storage", fields)
        described.startupStorage = try TDNStorage.read("startup_storage", fields)
        described.size = try fields.vector("size", count: 2)
        if described.size == nil { described.size = try defaults?.vector("size", count: 2) }
        described.color = try fields.vector("color", count: 3)
        if described.color == nil { described.color = try defaults?.vector("color", count: 3) }
        let tags = fields.node["tags"] == nil ? defaults : fields
        described.tags = try tags?.texts("tags") ?? []
        described.comment = try fields.text("comment")
        described.annotations = try TDNAnnotations.read(fields)
    }

    private func readInside(
        _ fields: TDNFields, path: String, into described: inout OperatorDescription
    ) throws(ProjectError) {
        if let children = fields.node["children"] {
            described.children = try operators(children, inside: path)
        }
        if let reference = fields.node["tdn_ref"] {
            try TDNReference.fill(&described, path: path, from: reference, reading)
        }
        if let reference = fields.node["tox_ref"] {
            try TDNToxReference.fill(&described, path: path, from: reference, reading)
        }
        try TDNToxReference.fillFromParameter(&described, path: path, reading)
        if let clone = fields.node["palette_clone"], try fields.flag("palette_clone") {
            reading.note(
                "\(path) comes from TouchDesigner's palette, which is not here; "
                    + "the COMP has only what the file says of it.", at: clone.place)
        }
    }

    private func required(
        _ field: String, _ fields: TDNFields
    ) throws(ProjectError) -> String {
        if let text = try fields.text(field), !text.isEmpty { return text }
        let place = fields.node.place
        throw ProjectError(
            file: place.file, line: place.line,
            reason: "\(capitalised(fields.owner)) has no field '\(field)'.",
            suggestion: "Every operator needs a name and a type such as textDAT.")
    }

    private func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
