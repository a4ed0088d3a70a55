internal import Foundation
internal import ProjectFiles

/// What lies in a folder of lessons or answers.
enum FolderListing {
    /// The names in a folder, sorted.
    ///
    /// - Throws: `ProjectError` when the folder cannot be read.
    static func names(in folder: String) throws(ProjectError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw ProjectError(
                file: folder, reason: "The folder cannot be read.",
                suggestion: "Check that it exists and that you may enter it.")
        }
    }

    /// The part of a path before its last name.
    static func parent(of path: String) -> String {
        let parent = (path as NSString).deletingLastPathComponent
        return parent.isEmpty ? "." : parent
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }
}
