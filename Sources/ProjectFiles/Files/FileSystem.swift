#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The few calls to the operating system that reading projects takes.
///
/// They are made directly because Foundation's start-up would be paid by every run.
enum FileSystem {
    /// Tells what lies at a path.
    ///
    /// - Parameters:
    ///   - path: Absolute, or relative to the working directory.
    ///   - followingLinks: Whether a symbolic link stands for what it points to.
    /// - Returns: Nil when nothing lies there or it may not be seen.
    static func status(of path: String, followingLinks: Bool = true) -> FileStatus? {
        var found = stat()
        guard (followingLinks ? stat(path, &found) : lstat(path, &found)) == 0 else { return nil }
        let kind: FileStatus.Kind =
            switch found.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .symbolicLink
            default: .other
            }
        return FileStatus(kind: kind, size: Int(found.st_size))
    }

    /// Resolves symbolic links, `.` and `..`.
    ///
    /// - Parameter path: A path that exists.
    /// - Returns: The absolute path; nil when something on the way is missing.
    static func realPath(of path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Reads a file's bytes.
    ///
    /// A pipe or device gives what is in it at once, never a wait.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - limit: The number of bytes that is still read.
    /// - Returns: The bytes; nil when there are more than the limit, of which none may have been read.
    /// - Throws: `SystemFailure` with the operating system's reason.
    static func bytes(
        of path: String, limit: Int
    ) throws(SystemFailure) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw SystemFailure.current }
        defer { close(descriptor) }
        var found = stat()
        let size = fstat(descriptor, &found) == 0 ? Int(found.st_size) : 0
        guard size <= limit else { return nil }

        // One byte more than expected, so that the end is seen without another buffer.
        var bytes = [UInt8](repeating: 0, count: size + 1)
        var filled = 0
        while filled <= limit {
            if filled == bytes.count {
                bytes.append(contentsOf: repeatElement(0, count: max(1 << 16, bytes.count)))
            }
            // SAFETY: the buffer is written to during the call only, and no further than it reaches.
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemFailure.current
            }
            guard count > 0 else {
                bytes.removeLast(bytes.count - filled)
                return bytes
            }
            filled += count
        }
        return nil
    }

    /// Makes a folder and those on the way to it, as far as they are missing.
    ///
    /// - Throws: `SystemFailure` with the operating system's reason.
    static func makeFolders(to path: String) throws(SystemFailure) {
        guard status(of: path)?.kind != .folder else { return }
        let above = FilePath.folder(of: path)
        if above != path { try makeFolders(to: above) }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemFailure.current }
    }

    /// Lists a folder's entries in a fixed order.
    ///
    /// - Parameter folder: The folder.
    /// - Returns: The names, sorted by their bytes, without `.` and `..`.
    /// - Throws: `SystemFailure` with the operating system's reason.
    static func names(in folder: String) throws(SystemFailure) -> [String] {
        guard let stream = opendir(folder) else { throw SystemFailure.current }
        defer { closedir(stream) }

        var names: [String] = []
        while let entry = readdir(stream) {
            // SAFETY: the name is a C string of at most NAME_MAX bytes inside the entry, which
            // stays valid until the next call of readdir.
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
