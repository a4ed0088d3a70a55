/// Fills a COMP whose inside is the binary file that `tox_ref` names, from a text form beside it.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#tox-references-tox_ref>
enum TDNToxReference {
    /// Reads `lamp.tdn` or `lamp.tox.dir` in the place of `lamp.tox`.
    ///
    /// Without either the COMP stays empty with a notice.
    ///
    /// - Parameters:
    ///   - described: The COMP.
    ///   - path: The COMP's path.
    ///   - reference: The field's value: a path from the project folder.
    ///   - reading: What the project's files share.
    /// - Throws: `ProjectError`: the path leaves the folder, or what lies there is broken.
    static func fill(
        _ described: inout OperatorDescription, path: String, from reference: SourceNode,
        _ reading: ProjectReading
    ) throws(ProjectError) {
        let name = reference.written
        let place = reference.place
        let bare = name.lowercased().hasSuffix(".tox") ? String(name.dropLast(4)) : name
        let network = bare + ".tdn"
        if let found = try reading.folder.find(network, place: place, field: "tox_ref"),
            FileSystem.status(of: found.path)?.kind == .file
        {
            let node = SourceNode(
                value: .string(network), written: network, place: place, textLine: place.line)
            return try TDNReference.fill(&described, path: path, from: node, reading)
        }
        if let found = try reading.folder.find(name + ".dir", place: place, field: "tox_ref"),
            FileSystem.status(of: found.path)?.kind == .folder
        {
            var reader = ExpandedTreeReader(reading, root: found.path)
            let tops = try reader.operators()
            if tops.count == 1, let top = tops.first {
                return TDNReference.lay(top, over: &described)
            }
        }
        reading.note(
            "The inside of \(path) is the binary file '\(name)', which only TouchDesigner can read; "
                + "without \(network) or \(name).dir beside it the COMP stays empty.", at: place)
    }
}
