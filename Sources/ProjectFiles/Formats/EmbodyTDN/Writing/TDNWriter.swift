package import OperatorNetwork

/// Writes a COMP to a network file, and COMPs inside of it to the files that they have.
///
/// Over a file that exists, only what has changed is written: its other lines, fields of no known
/// meaning and comments among them, stay as they are. What has changed is found by building the
/// file's network anew and comparing.
@MainActor
package struct TDNWriter {
    private let component: Operator
    private let storage: (Operator) -> [NamedValue]

    /// Prepares to write.
    ///
    /// - Parameters:
    ///   - component: The COMP.
    ///   - storage: What an operator's storage holds; what it held at the start without one.
    package init(
        _ component: Operator, storage: @escaping (Operator) -> [NamedValue] = { $0.startStorage }
    ) {
        self.component = component
        self.storage = storage
    }

    /// Works out which files have to change, without changing any.
    ///
    /// - Parameter path: The COMP's file, there or not.
    /// - Returns: The files with their texts; none when all say what they should.
    /// - Throws: `ProjectError` when a file that is there cannot be read.
    package func files(at path: String) throws(ProjectError) -> [WrittenFile] {
        guard FileSystem.status(of: path) != nil else {
            let now = try NetworkReader(storage: storage).read(component)
            return [WrittenFile(path: path, text: Self.text(of: now, networkPath: component.path))]
        }
        let project = try EmbodyTDNFormat.read(path, named: FilePath.stem(of: path))
        let node = holder(of: project.networkPath)
        let now = try NetworkReader(storage: storage).read(node)
        let scratch = Network(catalog: component.network?.catalog ?? .standard)
        let base = try NetworkReader().read(NetworkBuilder(scratch).build(project))
        let folder = FilePath.folder(of: path)
        let reading = ProjectReading(folder: try ProjectFolder(folder))
        let document = try TDNDocument(path, shownAs: path, reading)
        reading.widen(
            to: try ProjectFolder(TDNRoot.folder(of: path, networkPath: document.networkPath)))
        var files: [WrittenFile] = []
        try write(document, path, now, base, path: node.path, reading, &files)
        return files
    }

    /// The text of a new network file.
    ///
    /// - Parameters:
    ///   - described: The COMP.
    ///   - networkPath: Its path.
    /// - Returns: The text.
    package static func text(
        of described: OperatorDescription, networkPath: String
    ) -> String {
        let writer = TDNOperatorWriter(shared: nil, keepsContent: true) { _, _ in nil }
        return YAMLWriter.text(
            of: writer.draft(
                described, was: nil, written: TDNHeader.draft(networkPath: networkPath),
                path: networkPath, part: .target))
    }

    /// Whoever saves the whole project means the COMP that the file is for.
    private func holder(of networkPath: String) -> Operator {
        guard component.parent == nil, let network = component.network else { return component }
        return OperatorFinder(network).find(
            networkPath, seenFrom: network.root, includingUtility: true) ?? component
    }

    private func write(
        _ document: TDNDocument, _ file: String, _ now: OperatorDescription,
        _ base: OperatorDescription, path: String, _ reading: ProjectReading,
        _ files: inout [WrittenFile]
    ) throws(ProjectError) {
        defer { reading.close() }
        let root = document.root.node
        let writer = TDNOperatorWriter(
            shared: root["type_defaults"], keepsContent: document.keepsContent,
            standing: standing)
        let draft = writer.draft(now, was: base, written: .kept(root), path: path, part: .target)
        if case .kept = draft {
            // Nothing of this file has changed; that of a COMP inside would show here as well.
            return
        }
        let text = YAMLWriter.text(of: draft, in: document.source)
        if text != document.source.text { files.append(WrittenFile(path: file, text: text)) }
        guard let operators = root["operators"] else { return }
        try writeReferences(in: operators, now, base, path: path, reading, &files)
    }

    /// Writes the files of the COMPs inside that have files of their own.
    private func writeReferences(
        in operators: SourceNode, _ now: OperatorDescription, _ base: OperatorDescription,
        path: String, _ reading: ProjectReading, _ files: inout [WrittenFile]
    ) throws(ProjectError) {
        guard case .list(let elements) = operators.value else { return }
        for element in elements {
            guard let name = element["name"]?.written,
                let child = now.children.first(where: { $0.name == name }),
                let before = base.children.first(where: { $0.name == name }), child != before
            else { continue }
            let inside = FilePath.join(path, name)
            guard let reference = element["tdn_ref"] else {
                if let children = element["children"] {
                    try writeReferences(in: children, child, before, path: inside, reading, &files)
                }
                continue
            }
            guard
                let found = try reading.folder.find(
                    reference.written, place: reference.place, field: "tdn_ref"),
                FileSystem.status(of: found.path)?.kind == .file
            else { continue }
            let document = try TDNDocument(found.path, shownAs: found.shown, reading)
            try write(document, found.path, child, before, path: inside, reading, &files)
        }
    }

    /// What a parameter that is at its default holds, for files where all others share another value.
    private func standing(_ path: String, _ name: String) -> ParameterSetting? {
        guard let network = component.network,
            let node = OperatorFinder(network).find(
                path, seenFrom: network.root, includingUtility: true),
            let parameter = node.parameters[name]
        else { return nil }
        return ParameterReader.setting(of: parameter)
    }
}
