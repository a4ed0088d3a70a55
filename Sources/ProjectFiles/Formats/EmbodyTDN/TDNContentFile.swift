internal import OperatorNetwork

/// Reads a DAT's content from the file that it names.
enum TDNContentFile {
    private static let synchronised: Set<String> = ["textDAT", "tableDAT", "scriptDAT"]

    /// Reads the content that the operator field `file` names.
    ///
    /// - Throws: `ProjectError`: not there, outside of the folder, or without such a block.
    static func readField(
        _ node: SourceNode, _ fields: TDNFields, into described: inout OperatorDescription
    ) throws(ProjectError) {
        let reference = try BlockReference(fields.text("file") ?? "", place: node.place)
        let reading = fields.reading
        let found = try reading.folder.find(reference.file, place: node.place, field: "file")
        guard let found, FileSystem.status(of: found.path)?.kind == .file else {
            throw ProjectError(
                file: node.place.file, line: node.place.line,
                reason: "The file '\(reference.file)', which holds the text of \(fields.owner), "
                    + "is not in the folder \(reading.folder.label).",
                suggestion: "Check the spelling; paths start from that folder.")
        }
        guard let heading = reference.heading else {
            try readWhole(found, reading, into: &described)
            return
        }
        let block = try reading.document(found).block(
            under: heading, number: reference.number, askedFrom: node.place)
        described.content = .text(block.text)
        described.contentPlace = block.place
    }

    /// Reads the content that the DAT's own parameter `file` names, as TouchDesigner does at start.
    ///
    /// The file wins over stored text only while `syncfile` is on. What is not in the project
    /// folder is noted and left alone.
    ///
    /// - Throws: `ProjectError` when the file is there but no text.
    /// - Source: <https://docs.derivative.ca/Text_DAT>
    static func readParameter(
        _ reading: ProjectReading, into described: inout OperatorDescription
    ) throws(ProjectError) {
        guard
            synchronised.contains(described.type)
                || described.type.lowercased().hasSuffix("executedat"),
            let assignment = described.parameters.last(where: { $0.name == "file" }),
            case .constant(.string(let path)) = assignment.setting, !path.isEmpty,
            described.content == nil || described.isOn("syncfile")
        else { return }
        let place = assignment.place ?? described.place
        let found: ReferencedFile?
        do throws(ProjectError) {
            found = try reading.folder.find(path, place: place, field: "parameter file")
        } catch {
            reading.note("\(error.reason) It was not read.", at: place)
            return
        }
        guard let found, FileSystem.status(of: found.path)?.kind == .file else {
            guard described.content == nil else { return }
            reading.note(
                "The file '\(path)' of \(described.name) is not in the folder "
                    + "\(reading.folder.label); the DAT stays empty.", at: place)
            return
        }
        try readWhole(found, reading, into: &described)
    }

    private static func readWhole(
        _ file: ReferencedFile, _ reading: ProjectReading,
        into described: inout OperatorDescription
    ) throws(ProjectError) {
        let source = try SourceFile(file.path, shownAs: file.shown)
        let suffix = FilePath.suffix(of: file.path)
        described.content =
            described.type == "tableDAT"
            ? .table(try DelimitedText.rows(of: source, suffix: suffix, reading))
            : .text(source.text)
        described.contentPlace = SourcePlace(file: file.shown, line: 1)
    }
}
