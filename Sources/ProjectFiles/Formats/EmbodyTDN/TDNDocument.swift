/// One network file: its header, and what its operators share.
struct TDNDocument {
    /// The path of the COMP that the file holds.
    let networkPath: String
    /// Whether the file names that COMP's type.
    let namesType: Bool
    /// The file's own fields.
    let root: TDNFields
    private let reader: TDNOperatorReader
    /// The file as it was read.
    let source: SourceFile
    private let operators: SourceNode

    private static let knownFields: Set<String> = [
        "format", "version", "build", "generator", "td_build", "source_file", "exported_at",
        "network_path", "options", "type", "flags", "color", "tags", "comment", "storage",
        "startup_storage", "parameters", "custom_pars", "sequences", "type_defaults",
        "par_templates", "operators", "annotations",
    ]

    /// Reads a file's tree and its header.
    ///
    /// - Parameters:
    ///   - path: Where the file lies.
    ///   - shown: The file as messages show it.
    ///   - reading: What the project's files share.
    /// - Throws: `ProjectError`: unreadable, broken, or no network.
    init(
        _ path: String, shownAs shown: String, _ reading: ProjectReading
    ) throws(ProjectError) {
        try self.init(SourceFile(path, shownAs: shown), at: path, reading)
    }

    /// Reads the tree and the header of a text.
    ///
    /// - Parameters:
    ///   - source: The text.
    ///   - path: Where it lies; nil for one that lies nowhere.
    ///   - reading: What the project's files share.
    /// - Throws: `ProjectError`: broken, or no network.
    init(
        _ source: SourceFile, at path: String? = nil, _ reading: ProjectReading
    ) throws(ProjectError) {
        self.source = source
        let shown = source.file
        guard !source.isBlank, let node = try SourceTree.read(source, reading), !node.isNull else {
            throw ProjectError(
                file: shown, reason: "The file is empty.",
                suggestion: "A network file needs at least the line 'operators: []'.")
        }
        let mapping = try Self.document(node)
        root = TDNFields(mapping, owner: "the network file", reading)
        operators = try Self.operators(in: mapping)
        let format = try root.text("format") ?? "tdn"
        guard format == "tdn" else {
            throw ProjectError(
                file: shown, line: mapping["format"]?.place.line,
                reason: "The file says that its format is '\(format)', not 'tdn'.",
                suggestion: "Give a network exported by Embody.")
        }
        networkPath = try Self.networkPath(root)
        namesType = mapping["type"] != nil
        reader = TDNOperatorReader(shared: try TDNSharedProperties(root), reading)
        root.noteUnknown(besides: Self.knownFields)
        Self.noteVersion(root, reading)
        let place = path.flatMap { FileSystem.realPath(of: $0) } ?? path ?? shown
        try reading.open(place, at: root.node.place)
    }

    /// Reads the COMP that the file holds, with everything inside.
    ///
    /// - Parameter path: Where the COMP is; the file's own network path when left out.
    /// - Returns: The COMP.
    /// - Throws: `ProjectError` with the line that is wrong.
    func target(inside path: String? = nil) throws(ProjectError) -> OperatorDescription {
        defer { root.reading.close() }
        let path = path ?? networkPath
        let fields = TDNFields(root.node, owner: path, root.reading)
        let name = networkPath.split(separator: "/").last.map(String.init) ?? ""
        var target = OperatorDescription(
            name: name, type: try root.text("type") ?? "baseCOMP", place: root.node.place)
        try reader.readProperties(fields, into: &target)
        target.children = try reader.operators(operators, inside: path)
        return target
    }

    /// Whether Embody wrote the file in TouchDesigner, not a person by hand.
    var isExported: Bool { root.node["generator"]?.written.hasPrefix("Embody/") ?? false }

    /// Whether the contents of DATs belong into the file.
    var keepsContent: Bool {
        if case .bool(false)? = root.node["options"]?["include_dat_content"]?.value {
            false
        } else {
            true
        }
    }

    /// A list alone is the operators; an object with a `tdn` inside is Embody's clipboard.
    private static func document(_ node: SourceNode) throws(ProjectError) -> SourceNode {
        switch node.value {
        case .list:
            let entry = SourceEntry(key: "operators", place: node.place, value: node)
            return SourceNode(
                value: .mapping([entry]), written: "", place: node.place, textLine: node.textLine)
        case .mapping:
            return node["operators"] == nil ? node["tdn"] ?? node : node
        default:
            throw ProjectError(
                file: node.place.file, line: node.place.line,
                reason: "A network file holds a mapping, but this is \(node.shape).",
                suggestion: "Write 'operators:' and below it a list of operators.")
        }
    }

    private static func operators(in mapping: SourceNode) throws(ProjectError) -> SourceNode {
        if let operators = mapping["operators"] { return operators }
        throw ProjectError(
            file: mapping.place.file, line: mapping.place.line,
            reason: "The network file has no field 'operators'.",
            suggestion: "Write 'operators:' and below it a list, which may be empty: [].")
    }

    private static func networkPath(_ root: TDNFields) throws(ProjectError) -> String {
        guard let path = try root.text("network_path") else { return "/project1" }
        let names = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let isRoot = path == "/"
        guard path.hasPrefix("/"), isRoot || names.allSatisfy({ OperatorName.isValid(String($0)) })
        else {
            throw root.error(
                "network_path", reason: "'\(path)' is no absolute operator path.",
                suggestion: "Write it like /project1 or /project1/base1.")
        }
        guard names.count <= ReadingLimits.depth else {
            throw root.error(
                "network_path", reason: "The path has more than \(ReadingLimits.depth) parts.",
                suggestion: "Place the network higher.")
        }
        return path
    }

    private static func noteVersion(_ root: TDNFields, _ reading: ProjectReading) {
        guard let version = root.node["version"],
            let major = version.written.split(separator: ".").first.flatMap({ Int($0) }), major > 2
        else { return }
        reading.note(
            "The file is of TDN version \(version.written), newer than version 2 that is known "
                + "here; what is new in it is read past.", at: version.place)
    }
}
