import TestSupport
import Verify

/// What the rules find in one script, or in several that import each other.
@MainActor
enum Checked {
    /// The rules that find something, from warnings on.
    static func rules(_ scripts: [String: String]) throws -> [String] {
        try PythonSuite.start()
        let sources = scripts.sorted { $0.key < $1.key }.map {
            StaticCheck.Source(name: $0.key, file: "\($0.key).py", firstLine: 1, text: $0.value)
        }
        return StaticCheck(sources).findings.filter { $0.severity >= .warning }.map {
            "\($0.rule) \($0.location.line)"
        }
    }

    /// The rules that find something in one script, each with its line.
    static func rules(_ text: String) throws -> [String] { try rules(["script": text]) }
}
