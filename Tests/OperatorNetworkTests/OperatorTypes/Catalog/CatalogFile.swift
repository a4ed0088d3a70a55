import Foundation

@testable import OperatorNetwork

/// Catalogue files for tests: small ones made of lines, and the one that comes with the program.
enum CatalogFile {
    /// The file with every documented operator type.
    static let bundled = URL(fileURLWithPath: #filePath)
        .appendingPathComponent("../../../../../python/lib/understudy_api/operators.txt")
        .standardizedFileURL.path

    /// A file of lines, gone when the system tidies its temporary folder.
    static func holding(_ lines: [String]) throws -> String {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("catalog-\(UUID().uuidString).txt")
        try lines.map { $0 + "\n" }.joined().write(to: url, atomically: true, encoding: .utf8)
        return url.path
    }
}
