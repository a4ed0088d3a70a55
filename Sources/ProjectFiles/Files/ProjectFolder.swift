/// The folder a project may read from, and the way from a reference to a file inside it.
struct ProjectFolder {
    /// The folder, absolute, with symbolic links resolved.
    let path: String
    /// The folder as messages show it.
    let shown: String

    /// Takes a folder that exists.
    ///
    /// - Parameter shown: The folder as messages show it.
    /// - Throws: `ProjectError` when it cannot be resolved.
    init(_ shown: String) throws(ProjectError) {
        guard let path = FileSystem.realPath(of: shown) else {
            throw ProjectError(
                file: shown, reason: "The folder cannot be reached.",
                suggestion: "Check that it exists and that you may enter it.")
        }
        self.path = path
        self.shown = shown
    }

    /// The folder as a sentence names it.
    var label: String { shown == "." ? path : shown }

    /// Finds the file that a reference names.
    ///
    /// - Parameters:
    ///   - reference: A relative path; a backslash counts as a slash.
    ///   - place: Where the reference stands.
    ///   - field: The field it stands in, for messages.
    /// - Returns: The file inside the folder; nil when there is none.
    /// - Throws: `ProjectError` when the reference leaves the folder.
    func find(
        _ reference: String, place: SourcePlace, field: String
    ) throws(ProjectError) -> ReferencedFile? {
        let normal = String(reference.map { $0 == "\\" ? "/" : $0 })
        let drive = normal.utf8.dropFirst().first == UInt8(ascii: ":")
        guard !normal.hasPrefix("/"), !normal.hasPrefix("~"), !drive, !normal.utf8.contains(0)
        else { throw leaves(reference, place: place, field: field) }

        var names: [Substring] = []
        for name in normal.split(separator: "/") where name != "." {
            if name != ".." {
                names.append(name)
            } else if names.popLast() == nil {
                throw leaves(reference, place: place, field: field)
            }
        }
        let inside = names.joined(separator: "/")
        guard !inside.isEmpty, let real = FileSystem.realPath(of: FilePath.join(path, inside))
        else { return nil }
        guard real.hasPrefix(path == "/" ? "/" : path + "/") else {
            throw leaves(reference, place: place, field: field)
        }
        return ReferencedFile(path: real, shown: FilePath.join(shown, inside))
    }

    private func leaves(_ reference: String, place: SourcePlace, field: String) -> ProjectError {
        ProjectError(
            file: place.file, line: place.line,
            reason: "The \(field) '\(reference)' leads out of the project folder \(label).",
            suggestion: "Copy the file into the folder and name it by a relative path.")
    }
}
