import Foundation

/// The built program, found beside the tests.
enum BuiltProgram {
    private final class Marker {}

    /// Where it lies; `UNDERSTUDY_PROGRAM` names another one, such as a release build.
    static let path: String = {
        if let given = ProcessInfo.processInfo.environment["UNDERSTUDY_PROGRAM"] { return given }
        #if os(macOS)
        let products = Bundle(for: Marker.self).bundleURL.deletingLastPathComponent()
        #else
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let products = tests.deletingLastPathComponent()
        #endif
        return products.appendingPathComponent("understudy").path
    }()

    /// The repository's folder.
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// A file of the repository.
    static func file(_ path: String) -> URL { repository.appendingPathComponent(path) }
}
