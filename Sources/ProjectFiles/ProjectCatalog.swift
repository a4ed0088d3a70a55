/// Every project format, and the door through which projects are read.
package enum ProjectCatalog {
    /// The formats; the first that recognises a path reads it.
    package static let formats: [any ProjectFormat.Type] = [
        EmbodyTDNFormat.self,
        MarkdownFormat.self,
        PythonFormat.self,
        ExpandedTreeFormat.self,
        FolderFormat.self,
    ]

    /// Reads the project at a path.
    ///
    /// - Parameter path: A document, script, network file or folder, absolute or relative to the
    ///   working directory.
    /// - Returns: The project as plain data.
    /// - Throws: `ProjectError` with file and line: missing, unreadable, not a project, or broken.
    /// - Thread: main; nesting up to `ReadingLimits.depth` needs more stack than small threads have.
    package static func read(_ path: String) throws(ProjectError) -> ProjectDescription {
        let target = try ProjectTarget(path)
        if let binary = target.binaryProjectError { throw binary }
        for format in formats where format.recognises(target) {
            return try format.read(target)
        }
        let kind = target.suffix.isEmpty ? "has no suffix" : "ends with .\(target.suffix)"
        throw ProjectError(
            file: target.path,
            reason: "The file \(kind), which is no project format.",
            suggestion: "Give a .md document, a .py script, a .tdn network, a .toe.dir or .tox.dir "
                + "folder of toeexpand, or another folder.")
    }
}
