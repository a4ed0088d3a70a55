/// A file that is to be written, and its text.
package struct WrittenFile: Sendable, Equatable {
    /// Where it lies.
    package let path: String
    /// What it is to hold.
    package let text: String

    /// Names a file and its text.
    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// Whether something lies at its path.
    package var isThere: Bool { FileSystem.status(of: path, followingLinks: false) != nil }

    /// Writes the file, whole or not at all, and makes the folders on the way to it.
    ///
    /// - Throws: `ProjectError` with the operating system's reason.
    package func write() throws(ProjectError) {
        let folder = FilePath.folder(of: path)
        do throws(SystemFailure) {
            try FileSystem.makeFolders(to: folder)
        } catch {
            throw ProjectError(
                file: folder, reason: "The folder cannot be made: \(error.reason).",
                suggestion: "Check that you may write there.")
        }
        try AtomicFile.write(text, to: path)
    }
}
