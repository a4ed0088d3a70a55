/// Projects and components that TouchDesigner's `toeexpand` has made text of: `.toe.dir`, `.tox.dir`.
///
/// - Source: <https://docs.derivative.ca/Toeexpand>
enum ExpandedTreeFormat: ProjectFormat {
    static let name = "expanded .toe or .tox"

    static func recognises(_ target: ProjectTarget) -> Bool {
        folder(of: target) != nil
    }

    static func read(_ target: ProjectTarget) throws(ProjectError) -> ProjectDescription {
        let path = folder(of: target) ?? target.path
        let isProject = path.hasSuffix(".toe.dir")
        let name = FilePath.stem(of: FilePath.stem(of: path))
        let reading = ProjectReading(folder: try ProjectFolder(FilePath.folder(of: path)))
        try reading.open(
            FileSystem.realPath(of: path) ?? path, at: SourcePlace(file: path, line: 1))
        var reader = ExpandedTreeReader(reading, root: path)
        let tops = try reader.operators()
        guard !tops.isEmpty else {
            throw ProjectError(
                file: path, reason: "The folder holds no node files (.n).",
                suggestion: "Run toeexpand again; it makes this folder beside the .toc file.")
        }
        try reader.noteMissing(contents: String(path.dropLast(4)) + ".toc")
        let place = SourcePlace(file: path, line: 1)
        var target = OperatorDescription(name: "", type: "baseCOMP", place: place)
        var networkPath = "/"
        if !isProject, tops.count == 1, tops[0].type.hasSuffix("COMP") {
            target = tops[0]
            networkPath += target.name
        } else {
            target.children = tops
        }
        var project = ProjectDescription(
            name: name, file: path, folder: reading.folder.path, networkPath: networkPath,
            target: target)
        project.isExported = true
        project.notices = reading.notices + reader.unknownNotices
        return project
    }

    /// The folder itself, or the one beside a `.toc` file.
    private static func folder(of target: ProjectTarget) -> String? {
        let path =
            !target.isFolder && target.suffix == "toc"
            ? String(target.path.dropLast(4)) + ".dir" : target.path
        let real = FileSystem.realPath(of: path) ?? path
        guard FileSystem.status(of: path)?.kind == .folder,
            real.hasSuffix(".toe.dir") || real.hasSuffix(".tox.dir")
        else { return nil }
        return path.hasSuffix(".dir") ? path : real
    }
}
