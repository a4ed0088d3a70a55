#if canImport(Darwin)
private import Darwin
#elseif canImport(Musl)
private import Musl
#else
private import Glibc
#endif

/// Writes files whole or not at all, however the program ends meanwhile.
///
/// The text goes into a new file beside the old one, is brought onto the disk, and takes the old
/// one's name in one step.
///
/// - Source: <https://pubs.opengroup.org/onlinepubs/9799919799/functions/rename.html>
package enum AtomicFile {
    private static let suffix = ".saving"

    /// What a written file outlasts: an end of the program at any moment, or one of the machine too,
    /// which takes waiting for the disk.
    package enum Endurance { case theProgram, theMachine }

    /// Writes a text file.
    ///
    /// The permissions of the file that was there are kept; of a symbolic link, its target is
    /// written.
    ///
    /// - Parameters:
    ///   - text: What the file is to hold.
    ///   - path: The file.
    /// - Throws: `ProjectError` with the operating system's reason; then the old file is as it was.
    package static func write(_ text: String, to path: String) throws(ProjectError) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes a file of bytes; see the other `write`.
    ///
    /// - Throws: `ProjectError`.
    package static func write(
        _ bytes: [UInt8], to path: String, surviving endurance: Endurance = .theMachine
    ) throws(ProjectError) {
        let target = FileSystem.realPath(of: path) ?? path
        let folder = FilePath.folder(of: target)
        let prefix = ".\(FilePath.lastName(of: target))."
        removeRemains(in: folder, prefix)
        let name = FilePath.join(folder, "\(prefix)\(getpid())\(suffix)")
        unlink(name)
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(path, SystemFailure.current) }
        var old = stat()
        let mode = stat(target, &old) == 0 ? old.st_mode & 0o7777 : nil
        do throws(SystemFailure) {
            try fill(descriptor, bytes, mode, endurance)
            guard rename(name, target) == 0 else { throw SystemFailure.current }
        } catch {
            unlink(name)
            throw failure(path, error)
        }
        if endurance == .theMachine { bringToDisk(folder) }
    }

    private static func fill(
        _ descriptor: Int32, _ bytes: [UInt8], _ mode: mode_t?, _ endurance: Endurance
    ) throws(SystemFailure) {
        var isOpen = true
        defer { if isOpen { close(descriptor) } }
        var rest = bytes[...]
        while !rest.isEmpty {
            // SAFETY: the bytes are read during the call only.
            let written = rest.withUnsafeBytes { buffer in
                write(to: descriptor, buffer.baseAddress, buffer.count)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw SystemFailure.current }
            rest = rest.dropFirst(written)
        }
        if let mode, fchmod(descriptor, mode) != 0 { throw SystemFailure.current }
        guard endurance == .theProgram || fsync(descriptor) == 0 else {
            throw SystemFailure.current
        }
        isOpen = false
        guard close(descriptor) == 0 else { throw SystemFailure.current }
    }

    private static func write(
        to descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
    ) -> Int {
        #if canImport(Darwin)
        Darwin.write(descriptor, bytes, count)
        #elseif canImport(Musl)
        Musl.write(descriptor, bytes, count)
        #else
        Glibc.write(descriptor, bytes, count)
        #endif
    }

    /// The new name is safe from a power failure only once its folder is on the disk.
    private static func bringToDisk(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Removes what programs left that ended in the middle of writing this file.
    private static func removeRemains(in folder: String, _ prefix: String) {
        for name in (try? FileSystem.names(in: folder)) ?? []
        where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
            guard let writer = Int32(name.dropFirst(prefix.count).dropLast(suffix.count)),
                kill(writer, 0) != 0, errno == ESRCH
            else { continue }
            unlink(FilePath.join(folder, name))
        }
    }

    private static func failure(_ path: String, _ error: SystemFailure) -> ProjectError {
        ProjectError(
            file: path, reason: "The file cannot be written: \(error.reason).",
            suggestion: "Check that its folder exists, that you may write there and that there is "
                + "space; what was there before is unchanged.")
    }
}
