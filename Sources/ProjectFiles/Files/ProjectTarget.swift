/// A path that someone asks to read as a project, and what lies there.
package struct ProjectTarget: Sendable {
    /// The path as it was given, for messages.
    package let path: String
    /// Whether it is a folder.
    package let isFolder: Bool
    /// The suffix in lower case without its dot; empty for none.
    package let suffix: String
    /// The file's or folder's name without suffix.
    package let name: String

    /// Looks at a path.
    ///
    /// - Parameter path: Absolute, or relative to the working directory.
    /// - Throws: `ProjectError` when nothing readable lies there.
    package init(_ path: String) throws(ProjectError) {
        guard let status = FileSystem.status(of: path), !path.utf8.contains(0) else {
            throw Self.missing(path)
        }
        guard status.kind == .file || status.kind == .folder else {
            throw ProjectError(
                file: path, reason: "This is neither a file nor a folder.",
                suggestion: "Give a .md document, a .py script, a .tdn network or a folder.")
        }
        self.path = path
        isFolder = status.kind == .folder
        let real = isFolder ? FileSystem.realPath(of: path) ?? path : path
        suffix = FilePath.suffix(of: real)
        name = isFolder ? FilePath.lastName(of: real) : FilePath.stem(of: path)
    }

    /// The refusal of TouchDesigner's binary files.
    ///
    /// - Source: <https://docs.derivative.ca/Toeexpand>
    var binaryProjectError: ProjectError? {
        guard !isFolder, suffix == "toe" || suffix == "tox" else { return nil }
        let expanded = path + ".dir"
        if FileSystem.status(of: expanded)?.kind == .folder {
            return ProjectError(
                file: path, reason: "This is a binary TouchDesigner file, which only it can read.",
                suggestion: "Give \(expanded) instead, which toeexpand has made of it.")
        }
        return ProjectError(
            file: path, reason: "This is a binary TouchDesigner file, which only it can read.",
            suggestion:
                "Run TouchDesigner's own 'toeexpand \(FilePath.lastName(of: path))' beside it "
                + "and give the folder \(expanded) that it makes, "
                + "or export the network as .tdn with Embody and give that.")
    }

    private static func missing(_ path: String) -> ProjectError {
        let folder = FilePath.folder(of: path)
        let isFolderThere = FileSystem.status(of: folder)?.kind == .folder
        let working = FileSystem.realPath(of: ".") ?? "."
        return ProjectError(
            file: path, reason: "There is no file or folder at this path.",
            suggestion: isFolderThere
                ? "Check the spelling; relative paths start from \(working)."
                : "Neither is there a folder \(folder); relative paths start from \(working).")
    }
}
