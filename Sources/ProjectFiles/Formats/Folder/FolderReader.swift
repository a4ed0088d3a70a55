/// Reads one folder after another into COMPs.
struct FolderReader {
    private let reading: ProjectReading
    private var entryCount = 0

    /// Prepares to read a project's folders.
    init(_ reading: ProjectReading) {
        self.reading = reading
    }

    /// Reads a folder's entries into the COMP that stands for it.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - path: The COMP's path.
    ///   - depth: How many folders lie above.
    ///   - comp: The COMP.
    /// - Throws: `ProjectError`: unreadable, too deep, too many entries, or a broken file.
    mutating func read(
        _ folder: String, path: String, depth: Int, into comp: inout OperatorDescription
    ) throws(ProjectError) {
        try NestingDepth.check(depth, at: SourcePlace(file: folder, line: 1))
        let entries = try entries(of: folder)
        let networks = Set(entries.filter { $0.suffix == "tdn" }.map(\.stem))
        var names = SiblingNames()
        var skipped: [String] = []
        for entry in entries {
            guard let kind = kind(of: entry, besides: networks) else {
                skipped.append(entry.name)
                continue
            }
            let name = claim(entry, from: &names)
            let inside = FilePath.join(path, name)
            var child = OperatorDescription(
                name: name, type: "baseCOMP", place: SourcePlace(file: entry.path, line: 1))
            switch kind {
            case .comp: try read(entry.path, path: inside, depth: depth + 1, into: &child)
            case .network: try readNetwork(entry.path, path: inside, into: &child)
            case .dat: try FolderDAT.read(entry, into: &child, of: &comp, reading)
            }
            comp.children.append(child)
        }
        noteSkipped(skipped, in: folder)
    }

    private enum Kind {
        case comp, network, dat
    }

    private func kind(of entry: FolderEntry, besides networks: Set<String>) -> Kind? {
        switch entry.status.kind {
        case .folder:
            // The folder beside `name.tdn` holds the files of that network, not a second COMP.
            return networks.contains(entry.name) ? nil : .comp
        case .file:
            guard entry.status.size <= ReadingLimits.folderFileSize else { return nil }
            if entry.suffix == "tdn" { return .network }
            // A document beside its network is that network's text.
            if entry.suffix == "md", networks.contains(entry.stem) { return nil }
            return FolderDAT.suffixes.contains(entry.suffix) ? .dat : nil
        default: return nil
        }
    }

    private func readNetwork(
        _ file: String, path: String, into comp: inout OperatorDescription
    ) throws(ProjectError) {
        let name = comp.name
        let document = try TDNDocument(file, shownAs: file, reading)
        comp = try document.target(inside: path)
        comp.name = name
    }

    private mutating func entries(of folder: String) throws(ProjectError) -> [FolderEntry] {
        let names: [String]
        do throws(SystemFailure) {
            names = try FileSystem.names(in: folder)
        } catch {
            throw ProjectError(
                file: folder, reason: "The folder cannot be read: \(error.reason).",
                suggestion: "Check that you may list it.")
        }
        let visible = names.filter { !$0.hasPrefix(".") && $0 != "__pycache__" }
        entryCount += visible.count
        guard entryCount <= ReadingLimits.folderEntries else {
            throw ProjectError(
                file: folder,
                reason:
                    "The project's folders hold more than \(ReadingLimits.folderEntries) files.",
                suggestion: "Give the project's own folder, or a .tdn or .md file in it.")
        }
        return visible.compactMap { FolderEntry(name: $0, in: folder) }.sorted()
    }

    private func claim(_ entry: FolderEntry, from names: inout SiblingNames) -> String {
        let legal = OperatorName.valid(from: entry.stem, fallback: "text1")
        let name = names.claim(legal)
        if name != entry.stem, entry.suffix == "py" || name != legal {
            reading.note("The operator of this file is called '\(name)'.", file: entry.path)
        }
        return name
    }

    private func noteSkipped(_ names: [String], in folder: String) {
        guard let first = names.first else { return }
        let shown = names.prefix(4).joined(separator: ", ")
        let more = names.count > 4 ? " and \(names.count - 4) more" : ""
        let verb =
            names.count == 1
            ? "\(first) is no operator and was" : "\(shown)\(more) are no operators and were"
        reading.note("\(verb) read past.", file: folder)
    }
}
