import Foundation

/// A folder for one test; all of them go when the tests end.
struct Scratch {
    /// Where it lies, symbolic links resolved.
    let folder: URL

    private static let parent: URL = {
        let place = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        atexit { try? FileManager.default.removeItem(at: Scratch.parent) }
        return place.appendingPathComponent("understudy-tests-\(getpid())")
    }()

    init() throws {
        folder = Self.parent.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Writes a file, with the folders above it.
    @discardableResult
    func add(_ name: String, _ text: String) throws -> URL {
        try add(name, bytes: Array(text.utf8))
    }

    /// Writes a file of any bytes, with the folders above it.
    @discardableResult
    func add(_ name: String, bytes: [UInt8]) throws -> URL {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file
    }
}
