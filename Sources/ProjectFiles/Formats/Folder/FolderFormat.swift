/// A project kept as a folder: folders are COMPs, text files are DATs.
///
/// A folder with a network file named like it, or named `project.tdn`, is that network.
enum FolderFormat: ProjectFormat {
    static let name = "folder"

    static func recognises(_ target: ProjectTarget) -> Bool { target.isFolder }

    static func read(_ target: ProjectTarget) throws(ProjectError) -> ProjectDescription {
        if let network = try network(of: target) {
            return try EmbodyTDNFormat.read(network, named: target.name)
        }
        let folder = try ProjectFolder(target.path)
        let reading = ProjectReading(folder: folder)
        var reader = FolderReader(reading)
        var root = OperatorDescription(
            name: "project1", type: "baseCOMP", place: SourcePlace(file: target.path, line: 1))
        try reader.read(target.path, path: "/project1", depth: 0, into: &root)
        guard !root.children.isEmpty else {
            throw ProjectError(
                file: target.path, reason: "The folder holds nothing that becomes an operator.",
                suggestion: "Put Python files, tables, texts or a .tdn network into it.")
        }
        var project = ProjectDescription(
            name: target.name, file: target.path, folder: folder.path, networkPath: "/project1",
            target: root)
        project.namesTargetType = false
        project.notices = reading.notices
        return project
    }

    private static func network(of target: ProjectTarget) throws(ProjectError) -> String? {
        let candidates = ["project.tdn", target.name + ".tdn"]
            .map { FilePath.join(target.path, $0) }
            .filter { FileSystem.status(of: $0)?.kind == .file }
        if target.name != "project", candidates.count == 2 {
            throw ProjectError(
                file: target.path,
                reason: "The folder holds both project.tdn and \(target.name).tdn, "
                    + "and either could be the project.",
                suggestion: "Give one of the two files as the project.")
        }
        return candidates.first
    }
}
