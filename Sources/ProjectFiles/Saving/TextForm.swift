/// Which text file stands in for a file that a script or a person names.
///
/// TouchDesigner's own files are binary. Where one is named, its text form beside it is meant.
package enum TextForm {
    /// The file to write: `show.toe`, `show.tox`, `show.md` and `show` are all kept in `show.tdn`.
    ///
    /// - Parameter path: The file as it was named.
    /// - Returns: The network file.
    package static func written(for path: String) -> String {
        switch FilePath.suffix(of: path) {
        case "tdn": path
        case "toe", "tox", "md", "markdown", "py":
            FilePath.join(FilePath.folder(of: path), FilePath.stem(of: path) + ".tdn")
        default: path + ".tdn"
        }
    }

    /// The file or folder to read: the text form of a binary file, where there is one.
    ///
    /// - Parameter path: The file as it was named.
    /// - Returns: What can be read; the path itself where there is no text form.
    package static func read(for path: String) -> String {
        guard ["toe", "tox"].contains(FilePath.suffix(of: path)) else { return path }
        let candidates = [
            FilePath.join(FilePath.folder(of: path), FilePath.stem(of: path) + ".tdn"),
            path + ".tdn", path + ".dir",
        ]
        return candidates.first { FileSystem.status(of: $0) != nil } ?? path
    }
}
