import Foundation
import ProjectFiles

/// A folder that lives as long as one test, and the fixtures that are kept in the repository.
final class ScratchFolder {
    /// The folder, with symbolic links resolved.
    let path: String

    /// Makes an empty folder.
    init() throws {
        let made = FileManager.default.temporaryDirectory
            .appendingPathComponent("understudy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        path = made.resolvingSymlinksInPath().path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of a file in the folder.
    func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file, with the folders on the way to it.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try write(name, Array(text.utf8))
    }

    /// Writes a file of bytes.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = URL(fileURLWithPath: file(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return file(name)
    }

    /// Makes a symbolic link.
    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: file(name), withDestinationPath: target)
    }

    /// Reads what is written, and gives the error that this must end with.
    func failure(_ name: String) -> ProjectError? {
        do throws(ProjectError) {
            _ = try ProjectCatalog.read(file(name))
            return nil
        } catch {
            return error
        }
    }

    /// Writes a network file and gives the error that reading it must end with.
    func failure(ofNetwork text: String) throws -> ProjectError? {
        try write("n.tdn", text)
        return failure("n.tdn")
    }

    /// Writes a network file and reads it.
    func network(_ text: String) throws -> ProjectDescription {
        try ProjectCatalog.read(write("n.tdn", text))
    }

    /// The path of a file or folder among the fixtures.
    static func fixture(_ name: String) -> String {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return tests.appendingPathComponent("Fixtures/\(name)").path
    }
}
