/// The files of an expanded tree, those on disk and those packed in `.lod` files alike.
///
/// What is packed in `midi.lod` has paths such as `midi.lod/device.n`.
struct TreeFiles {
    private var packed = PackedFiles()
    private var count = 0

    /// Lists a folder.
    ///
    /// - Throws: `ProjectError` when it cannot be read, or the tree holds more than a million files.
    mutating func names(in folder: String) throws(ProjectError) -> [String] {
        let names: [String]
        if let inside = packed.names(in: folder) {
            names = inside
        } else {
            names = try onDisk(folder)
        }
        count += names.count
        guard count <= ReadingLimits.folderEntries * 10 else {
            throw ProjectError(
                file: folder, reason: "The tree holds more than a million files.",
                suggestion: "Expand a smaller component.")
        }
        return names
    }

    /// Makes the inside of a packed file known.
    ///
    /// - Throws: `ProjectError` when it cannot be read or is broken.
    mutating func unpack(_ path: String) throws(ProjectError) {
        try packed.unpack(bytes(of: path), at: path)
    }

    /// Whether a folder lies there, which is no link.
    func isFolder(_ path: String) -> Bool {
        packed.names(in: path) != nil
            || FileSystem.status(of: path, followingLinks: false)?.kind == .folder
    }

    /// Reads a file; a link could lead out of the tree.
    ///
    /// - Throws: `ProjectError` when it cannot be read or is no plain file.
    func bytes(of path: String) throws(ProjectError) -> [UInt8] {
        if let content = packed.content(of: path) { return Array(content) }
        guard FileSystem.status(of: path, followingLinks: false)?.kind == .file else {
            throw ProjectError(
                file: path, reason: "This is no plain file, as toeexpand makes them.",
                suggestion: "Expand the .toe or .tox again.")
        }
        return try ContentFile.bytes(of: path)
    }

    /// Reads a text; bytes that are no UTF-8 are replaced, not refused.
    ///
    /// - Throws: `ProjectError` when it cannot be read or is no plain file.
    func text(of path: String) throws(ProjectError) -> SourceFile {
        SourceFile(text: String(decoding: try bytes(of: path), as: UTF8.self), file: path)
    }

    private func onDisk(_ folder: String) throws(ProjectError) -> [String] {
        do throws(SystemFailure) {
            return try FileSystem.names(in: folder)
        } catch {
            throw ProjectError(
                file: folder, reason: "The folder cannot be read: \(error.reason).",
                suggestion: "Check that you may list it.")
        }
    }
}
