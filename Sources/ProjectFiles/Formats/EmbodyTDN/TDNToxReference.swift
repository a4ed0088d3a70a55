internal import OperatorNetwork

/// Fills a COMP whose inside is a binary file, from a text form beside it.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#tox-references-tox_ref>
enum TDNToxReference {
    /// Reads `lamp.tdn` or `lamp.tox.dir` in the place of `lamp.tox`, which the field `tox_ref` names.
    ///
    /// Without either the COMP stays as it is, with a notice when it is empty.
    ///
    /// - Parameters:
    ///   - described: The COMP.
    ///   - path: The COMP's path.
    ///   - reference: The field's value: a path from the project folder.
    ///   - reading: What the project's files share.
    /// - Throws: `ProjectError`: the path leaves the folder, or what lies there is broken or part of
    ///   itself.
    static func fill(
        _ described: inout OperatorDescription, path: String, from reference: SourceNode,
        _ reading: ProjectReading
    ) throws(ProjectError) {
        try fill(
            &described, path: path, from: reference.written, named: "tox_ref", at: reference.place,
            reading)
    }

    /// Does the same for a COMP whose parameter `externaltox` names the file, unless
    /// `enableexternaltox` is off.
    ///
    /// A file outside of the project folder is noted and left alone.
    ///
    /// - Throws: `ProjectError` when what lies there is broken or part of itself.
    /// - Source: <https://docs.derivative.ca/Base_COMP>
    static func fillFromParameter(
        _ described: inout OperatorDescription, path: String, _ reading: ProjectReading
    ) throws(ProjectError) {
        guard described.type.hasSuffix("COMP"),
            let assignment = described.parameters.last(where: { $0.name == "externaltox" }),
            case .constant(.string(let name)) = assignment.setting, !name.isEmpty,
            described.isOn("enableexternaltox", byDefault: true)
        else { return }
        let place = assignment.place ?? described.place
        let field = "parameter externaltox"
        do throws(ProjectError) {
            _ = try reading.folder.find(name, place: place, field: field)
        } catch {
            return reading.note("\(error.reason) It was not read.", at: place)
        }
        try fill(&described, path: path, from: name, named: field, at: place, reading)
    }

    private static func fill(
        _ described: inout OperatorDescription, path: String, from name: String,
        named field: String, at place: SourcePlace, _ reading: ProjectReading
    ) throws(ProjectError) {
        let bare = name.lowercased().hasSuffix(".tox") ? String(name.dropLast(4)) : name
        let network = bare + ".tdn"
        if let found = try reading.folder.find(network, place: place, field: field),
            FileSystem.status(of: found.path)?.kind == .file
        {
            let node = SourceNode(
                value: .string(network), written: network, place: place, textLine: place.line)
            return try TDNReference.fill(&described, path: path, from: node, reading)
        }
        if let found = try reading.folder.find(name + ".dir", place: place, field: field),
            FileSystem.status(of: found.path)?.kind == .folder
        {
            return try fill(&described, path: path, fromTree: found, at: place, reading)
        }
        guard described.children.isEmpty else { return }
        reading.note(
            "The inside of \(path) is the binary file '\(name)', which only TouchDesigner can read; "
                + "without \(network) or \(name).dir beside it the COMP stays empty.", at: place)
    }

    private static func fill(
        _ described: inout OperatorDescription, path: String, fromTree tree: ReferencedFile,
        at place: SourcePlace, _ reading: ProjectReading
    ) throws(ProjectError) {
        guard !reading.openFiles.contains(tree.path) else {
            throw ProjectError(
                file: place.file, line: place.line,
                reason: "The expanded tree \(tree.shown) is part of itself: \(path) lies inside "
                    + "of it.",
                suggestion: "Remove one of the references that form the circle.")
        }
        try reading.open(tree.path, at: SourcePlace(file: tree.shown, line: 1))
        defer { reading.close() }
        var reader = ExpandedTreeReader(reading, root: tree.path)
        let tops = try reader.operators()
        for notice in reader.unknownNotices {
            reading.note(
                notice.text, at: SourcePlace(file: notice.file, line: notice.line ?? 1))
        }
        if tops.count == 1, let top = tops.first { TDNReference.lay(top, over: &described) }
    }
}
