internal import OperatorNetwork

/// Fills a COMP from the network file of its own that `tdn_ref` names.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#comp-references-tdn_ref>
enum TDNReference {
    /// Reads the file and lays its COMP over what the outer file says.
    ///
    /// A missing file leaves the COMP empty with a notice, as Embody does.
    ///
    /// - Parameters:
    ///   - described: The COMP.
    ///   - path: The COMP's path.
    ///   - reference: The field's value: a path from the project folder.
    ///   - reading: What the project's files share.
    /// - Throws: `ProjectError`: the file leaves the folder, names itself, or is broken.
    static func fill(
        _ described: inout OperatorDescription, path: String, from reference: SourceNode,
        _ reading: ProjectReading
    ) throws(ProjectError) {
        let place = reference.place
        let found = try reading.folder.find(reference.written, place: place, field: "tdn_ref")
        guard let found, FileSystem.status(of: found.path)?.kind == .file else {
            reading.note(
                "The network file '\(reference.written)' of \(path) is not in the folder "
                    + "\(reading.folder.label); the COMP stays empty.", at: place)
            return
        }
        guard !reading.openFiles.contains(found.path) else {
            throw ProjectError(
                file: place.file, line: place.line,
                reason: "The network file '\(reference.written)' is part of itself: "
                    + "\(path) lies inside of it.",
                suggestion: "Remove one of the tdn_ref fields that form the circle.")
        }
        let document = try TDNDocument(found.path, shownAs: found.shown, reading)
        lay(try document.target(inside: path), over: &described)
    }

    /// Lays a COMP over what the outer file says of it.
    static func lay(
        _ inner: OperatorDescription, over outer: inout OperatorDescription
    ) {
        let names = Set(inner.parameters.map(\.name))
        outer.parameters = outer.parameters.filter { !names.contains($0.name) } + inner.parameters
        let pages = Set(inner.customPages.map(\.name))
        outer.customPages =
            outer.customPages.filter { !pages.contains($0.name) } + inner.customPages
        let sequences = Set(inner.sequences.map(\.name))
        outer.sequences =
            outer.sequences.filter { !sequences.contains($0.name) } + inner.sequences
        let flags = Set(inner.flags.map(\.name))
        outer.flags = outer.flags.filter { !flags.contains($0.name) } + inner.flags
        let keys = Set(inner.storage.map(\.name))
        outer.storage = outer.storage.filter { !keys.contains($0.name) } + inner.storage
        let startupKeys = Set(inner.startupStorage.map(\.name))
        outer.startupStorage =
            outer.startupStorage.filter { !startupKeys.contains($0.name) } + inner.startupStorage
        outer.color = inner.color ?? outer.color
        outer.comment = inner.comment ?? outer.comment
        if !inner.tags.isEmpty { outer.tags = inner.tags }
        outer.children = inner.children
        outer.annotations = inner.annotations
    }
}
