internal import OperatorNetwork

/// Reads the folders of an expanded tree, one for each COMP.
struct ExpandedTreeReader {
    private let reading: ProjectReading
    private let root: String
    private var unknown: [String: (count: Int, place: SourcePlace)] = [:]
    private var files = TreeFiles()

    /// What holds the state of a running project, not the project.
    private static let skippedParameters: Set<String> = ["pageindex"]

    /// Prepares to read.
    ///
    /// - Parameters:
    ///   - reading: Gathers the notices.
    ///   - root: The folder `….dir`.
    init(_ reading: ProjectReading, root: String) {
        self.reading = reading
        self.root = root
    }

    /// What no one knows the meaning of, each kind once.
    var unknownNotices: [ProjectNotice] {
        unknown.sorted { $0.key < $1.key }.map { word, seen in
            let times = seen.count == 1 ? "once" : "\(seen.count) times"
            return ProjectNotice(
                file: seen.place.file, line: seen.place.line,
                text: "\(word) is not known and was read past, here and elsewhere \(times).")
        }
    }

    /// Reads the operators at the top.
    ///
    /// - Throws: `ProjectError`: unreadable, too deep, too many files, or a broken node.
    mutating func operators() throws(ProjectError) -> [OperatorDescription] {
        try operators(in: root, depth: 0)
    }

    /// Notes what the table of contents lists and the folder does not have.
    ///
    /// - Throws: `ProjectError` when the table is there and cannot be read.
    func noteMissing(contents path: String) throws(ProjectError) {
        guard FileSystem.status(of: path)?.kind == .file else { return }
        let listed = ContentsFile.paths(try SourceFile(path))
        let missing = listed.filter { name in
            guard name.hasSuffix(".n") else { return false }
            return FileSystem.status(of: FilePath.join(root, name)) == nil
        }
        guard let first = missing.first else { return }
        reading.note(
            "\(missing.count) of the files that the table lists are missing, such as \(first); "
                + "their operators are not in the network.", file: path)
    }

    private mutating func operators(
        in folder: String, depth: Int
    ) throws(ProjectError) -> [OperatorDescription] {
        try NestingDepth.check(depth, at: SourcePlace(file: folder, line: 1))
        let names = try files.names(in: folder)
        let present = Set(names)
        var operators: [OperatorDescription] = []
        for name in names where name.hasSuffix(".n") {
            let stem = String(name.dropLast(2))
            guard OperatorName.isValid(stem) else { continue }
            operators.append(
                try self.operator(stem, in: folder, beside: present, depth: depth))
        }
        return operators
    }

    private mutating func `operator`(
        _ name: String, in folder: String, beside names: Set<String>, depth: Int
    ) throws(ProjectError) -> OperatorDescription {
        let path = FilePath.join(folder, name)
        let node = try NodeFile(try files.text(of: path + ".n"))
        let place = SourcePlace(file: path + ".n", line: 1)
        var described = OperatorDescription(
            name: name, type: SavedTypeName.expanded(node.savedType, family: node.family),
            place: place)
        for word in node.unknown {
            note("The line '\(word.word)' of a node file", at: place.file, word.line)
        }
        describe(node, at: place, into: &described)
        if names.contains(name + ".network") {
            let wired = ConnectorFile.inputs(try files.text(of: path + ".network"))
            if !wired.isEmpty { described.inputs = wired }
        }
        if names.contains(name + ".cparm") { try readDefinitions(path, into: &described) }
        if names.contains(name + ".parm") { try readParameters(path, into: &described) }
        if names.contains(name + ".text") {
            described.content = try content(ofText: path + ".text")
            described.contentPlace = SourcePlace(file: path + ".text", line: 1)
        } else if names.contains(name + ".table") {
            let file = path + ".table"
            described.content = .table(try DATBody.table(files.bytes(of: file), file: file))
        }
        try TDNContentFile.readParameter(reading, into: &described)
        if names.contains(name), files.isFolder(path) {
            described.children = try operators(in: path, depth: depth + 1)
        }
        if names.contains(name + ".lod") {
            try files.unpack(path + ".lod")
            described.children += try operators(in: path + ".lod", depth: depth + 1)
        }
        try TDNToxReference.fillFromParameter(&described, path: path, reading)
        return described
    }

    /// The text of a DAT: as `toeexpand` writes it, or as other programs and people do.
    private func content(ofText file: String) throws(ProjectError) -> ContentDescription? {
        let bytes = try files.bytes(of: file)
        guard DATBody.isPlain(bytes) else {
            return try DATBody.text(bytes, file: file).map { .text($0) }
        }
        reading.note(
            "The file does not begin as those of toeexpand do; its text is taken as it stands.",
            file: file)
        return .text(String(decoding: bytes, as: UTF8.self))
    }

    private func describe(
        _ node: NodeFile, at place: SourcePlace, into described: inout OperatorDescription
    ) {
        if node.tile.count == 4 {
            described.position = Array(node.tile[..<2])
            described.size = Array(node.tile[2...])
        }
        described.color = node.color
        described.comment = node.comment
        described.dock = node.dock
        described.tags = node.tags
        described.flags = node.flags
        described.inputs = node.inputs
        guard let digits = node.pickle else { return }
        var pickle = Pickle(Self.bytes(ofDigits: digits))
        do throws(Pickle.Refusal) {
            described.storage = try pickle.entries()
            for name in pickle.leftOut {
                reading.note(
                    "The storage entry '\(name)' holds an object that only running code could "
                        + "make; it was left out.", at: place)
            }
        } catch {
            reading.note("The storage was left out: \(error.reason).", at: place)
        }
    }

    private mutating func readParameters(
        _ path: String, into described: inout OperatorDescription
    ) throws(ProjectError) {
        let source = try files.text(of: path + ".parm")
        var lines = LineReader(source.text)
        while let line = lines.next() {
            if line.isEmpty || line == "?" { continue }
            guard let parsed = ParameterLine(line) else {
                note("A line of a parameter file", at: source.file, lines.number)
                continue
            }
            guard !Self.skippedParameters.contains(parsed.name) else { continue }
            described.parameters.append(
                ParameterAssignment(
                    parsed.name, parsed.setting,
                    place: SourcePlace(file: source.file, line: lines.number)))
        }
    }

    private mutating func readDefinitions(
        _ path: String, into described: inout OperatorDescription
    ) throws(ProjectError) {
        let source = try files.text(of: path + ".cparm")
        var lines = LineReader(source.text)
        var pages: [String] = []
        while let line = lines.next() {
            if line.isEmpty || line == "?" { continue }
            if line.hasPrefix("pages ") {
                pages = Array(CustomParameterLine.words(line).dropFirst(2))
                described.customPages = pages.map {
                    CustomPageDescription(name: $0, parameters: [])
                }
                continue
            }
            let place = SourcePlace(file: source.file, line: lines.number)
            guard let parsed = CustomParameterLine(line, pages: Set(pages), place: place),
                let index = pages.firstIndex(of: parsed.page)
            else {
                note("A line of a file of custom parameters", at: source.file, lines.number)
                continue
            }
            described.customPages[index].parameters.append(parsed.definition)
        }
    }

    private mutating func note(_ what: String, at file: String, _ line: Int) {
        let seen = unknown[what]
        unknown[what] = (
            (seen?.count ?? 0) + 1, seen?.place ?? SourcePlace(file: file, line: line)
        )
    }

    private static func bytes(ofDigits digits: String) -> [UInt8] {
        let signs = Array(digits.utf8)
        return stride(from: 0, to: signs.count - 1, by: 2).compactMap { index in
            UInt8(String(decoding: signs[index..<index + 2], as: UTF8.self), radix: 16)
        }
    }
}
