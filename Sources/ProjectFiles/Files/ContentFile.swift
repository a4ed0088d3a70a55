#if canImport(Darwin)
private import Darwin
#elseif canImport(Musl)
private import Musl
#else
private import Glibc
#endif

/// The file that a DAT's content is kept in while a project runs.
package enum ContentFile {
    /// Tells what lies at a path, so that a change of it is noticed.
    ///
    /// - Parameter path: The file.
    /// - Returns: When it was written last in nanoseconds, its size, and which file it is; nil when no
    ///   file lies there.
    package static func stamp(
        of path: String
    ) -> (modified: Int64, size: Int64, number: UInt64)? {
        var found = stat()
        guard stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return nil }
        #if canImport(Darwin)
        let moment = found.st_mtimespec
        #else
        let moment = found.st_mtim
        #endif
        return (
            Int64(moment.tv_sec) * 1_000_000_000 + Int64(moment.tv_nsec), Int64(found.st_size),
            UInt64(found.st_ino)
        )
    }

    /// Where a path leads once links are followed, so that none leads out of a folder unseen.
    ///
    /// - Parameter path: The file, which need not be there yet.
    /// - Returns: The file's own path; nil when its folder is not there.
    package static func realPath(of path: String) -> String? {
        if let real = FileSystem.realPath(of: path) { return real }
        return FileSystem.realPath(of: FilePath.folder(of: path)).map {
            FilePath.join($0, FilePath.lastName(of: path))
        }
    }

    /// Reads a file.
    ///
    /// - Throws: `ProjectError`: unreadable, or larger than any content may be.
    package static func bytes(of path: String) throws(ProjectError) -> [UInt8] {
        let limit = ReadingLimits.fileSize
        do throws(SystemFailure) {
            if let bytes = try FileSystem.bytes(of: path, limit: limit) { return bytes }
        } catch {
            throw ProjectError(
                file: path, reason: "The file cannot be read: \(error.reason).",
                suggestion: "Check that it exists and that you may read it.")
        }
        throw ProjectError(
            file: path, reason: "The file is larger than \(limit / 1024 / 1024) MB.",
            suggestion: "Keep large data outside of DATs.")
    }
}
