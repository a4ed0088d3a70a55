/// Networks kept as text by Embody: `.tdn`, YAML since version 2 and JSON before.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md>
enum EmbodyTDNFormat: ProjectFormat {
    static let name = "Embody TDN"

    static func recognises(_ target: ProjectTarget) -> Bool {
        !target.isFolder && target.suffix == "tdn"
    }

    static func read(_ target: ProjectTarget) throws(ProjectError) -> ProjectDescription {
        try read(target.path, named: target.name)
    }

    /// Reads a network file under a project name that another format has chosen.
    ///
    /// - Parameters:
    ///   - path: The `.tdn` file.
    ///   - name: The project's name.
    /// - Returns: The project.
    /// - Throws: `ProjectError`.
    static func read(
        _ path: String, named name: String
    ) throws(ProjectError) -> ProjectDescription {
        let near = FilePath.folder(of: path)
        let reading = ProjectReading(folder: try ProjectFolder(near))
        let document = try TDNDocument(path, shownAs: path, reading)
        let folder = try ProjectFolder(
            TDNRoot.folder(of: path, networkPath: document.networkPath))
        reading.widen(to: folder)

        var project = ProjectDescription(
            name: name, file: path, folder: folder.path, networkPath: document.networkPath,
            target: try document.target())
        project.namesTargetType = document.namesType
        project.isExported = document.isExported
        project.notices = reading.notices
        return project
    }
}
