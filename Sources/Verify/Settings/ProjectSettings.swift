internal import ProjectFiles
internal import PythonRuntime

/// The table `[tool.understudy]` of a `pyproject.toml`, as far as rules are concerned.
struct ProjectSettings {
    /// The rules of `select`; nil when it is not there.
    private(set) var select: Set<String>?
    /// The rules of `ignore`.
    private(set) var ignore: Set<String> = []
    /// The rules that files of a pattern are spared.
    private(set) var perFile: [(pattern: String, rules: Set<String>)] = []
    private let folder: String

    /// The keys of the table; `venv` is read elsewhere.
    private static let keys = ["select", "ignore", "per-file-ignores", "venv"]

    /// Reads the table; nil when the file has none.
    ///
    /// - Parameters:
    ///   - file: The `pyproject.toml`.
    ///   - folder: Where it lies, which patterns are relative to.
    /// - Throws: `ProjectError` with the line: no TOML, an unknown key or rule, a value of a wrong kind.
    /// - Thread: one that holds the GIL
    init?(_ file: String, in folder: String) throws(ProjectError) {
        self.folder = folder
        let text = String(decoding: try ContentFile.bytes(of: file), as: UTF8.self)
        let table: PythonObject?
        do throws(PythonError) {
            table = try PythonObject.module("tomllib").attribute("loads").call(text.python())
                .value(forKey: "tool")?.value(forKey: "understudy")
        } catch {
            throw ProjectError(
                file: file, line: Self.line(in: error.message),
                reason: "The settings cannot be read: \(error.message).",
                suggestion: "Write them as TOML.")
        }
        guard let table else { return nil }
        let reader = TableReader(file: file, text: text)
        for (key, value) in try reader.entries(table, of: "understudy") {
            switch key {
            case "select": select = try reader.rules(value, of: key)
            case "ignore": ignore = try reader.rules(value, of: key)
            case "per-file-ignores":
                for (pattern, rules) in try reader.entries(value, of: key) {
                    perFile.append((pattern, try reader.rules(rules, of: pattern)))
                }
            case "venv": continue
            default:
                throw reader.error(
                    at: key, "[tool.understudy] has no setting \(key).",
                    "The settings are \(Self.keys.joined(separator: ", ")).")
            }
        }
    }

    /// The rules that a file is spared by its name.
    ///
    /// A pattern is that of the path below the settings' folder or of the name alone, and its `*` stands
    /// for slashes too.
    ///
    /// - Parameter path: The file's real path.
    /// - Returns: The rules' numbers.
    /// - Throws: `MemoryError`.
    /// - Source: <https://docs.python.org/3/library/fnmatch.html>
    func spared(_ path: String) throws(PythonError) -> Set<String> {
        let relative =
            path.hasPrefix("\(folder)/") ? String(path.dropFirst(folder.count + 1)) : path
        let name = relative.split(separator: "/").last.map(String.init) ?? relative
        let match = try PythonObject.module("fnmatch").attribute("fnmatchcase")
        var found: Set<String> = []
        for (pattern, rules) in perFile {
            for one in [relative, name] {
                let isMatch = try match.call(one.python(), pattern.python()).isTrue()
                if isMatch { found.formUnion(rules) }
            }
        }
        return found
    }

    /// The line that `tomllib` names in its message.
    private static func line(in message: String) -> Int? {
        guard let range = message.firstRange(of: "at line ") else { return nil }
        return Int(message[range.upperBound...].prefix { $0.isNumber })
    }
}
