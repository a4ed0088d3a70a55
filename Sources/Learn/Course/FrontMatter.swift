internal import ProjectFiles
internal import Yams

/// The settings at the top of a lesson or track, each with its line.
struct FrontMatter {
    private let file: String
    private let entries: [(key: String, value: Node)]
    /// How many lines of the file stand above the settings.
    private static let above = 1

    /// Reads the settings of a Markdown text.
    ///
    /// - Parameters:
    ///   - text: The whole file.
    ///   - file: Its name for messages.
    ///   - keys: The keys it may have.
    /// - Throws: `ProjectError` with the line of what is wrong.
    init(of text: String, file: String, keys: Set<String>) throws(ProjectError) {
        self.file = file
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "---",
            let end = lines.dropFirst().firstIndex(where: { $0 == "---" })
        else {
            throw ProjectError(
                file: file, line: 1, reason: "The file does not begin with settings.",
                suggestion: "Begin it with a line ---, the settings, and another line ---.")
        }
        entries = try Self.read(lines[1..<end].joined(separator: "\n"), file)
        for entry in entries where !keys.contains(entry.key) {
            throw error(
                at: entry.value, "There is no setting '\(entry.key)'.",
                "The settings are \(keys.sorted().joined(separator: ", ")).")
        }
    }

    private static func read(
        _ yaml: String, _ file: String
    ) throws(ProjectError) -> [(key: String, value: Node)] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            throw failure(error, file)
        } catch {
            throw ProjectError(file: file, line: 2, reason: "\(error)", suggestion: "")
        }
        guard let root else { return [] }
        guard let mapping = root.mapping else {
            throw ProjectError(
                file: file, line: 2, reason: "The settings are no mapping.",
                suggestion: "Write each one as `name: value`.")
        }
        return mapping.compactMap { key, value in key.string.map { ($0, value) } }
    }

    private static func failure(_ error: YamlError, _ file: String) -> ProjectError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ProjectError(
                file: file, line: mark.line + above, column: mark.column,
                reason: "The settings are no YAML: \(problem).", suggestion: "")
        case .duplicatedKeysInMapping(let keys, _):
            ProjectError(
                file: file, line: 2,
                reason: "A setting is there twice: "
                    + keys.joined(separator: ", ") + ".",
                suggestion: "Keep one of them.")
        default:
            ProjectError(
                file: file, line: 2, reason: "The settings are no YAML: \(error)", suggestion: "")
        }
    }

    /// A failure at a value.
    func error(at node: Node?, _ reason: String, _ suggestion: String) -> ProjectError {
        ProjectError(
            file: file, line: (node?.mark?.line ?? 1) + Self.above, reason: reason,
            suggestion: suggestion)
    }

    /// The value of a key; nil when it is not there.
    subscript(key: String) -> Node? { entries.first { $0.key == key }?.value }

    /// A text, which must be there.
    func text(_ key: String) throws(ProjectError) -> String {
        guard let text = try optionalText(key) else {
            throw error(
                at: nil, "The setting '\(key)' is missing.", "Add a line `\(key): …` at the top.")
        }
        return text
    }

    /// A text; nil when the key is not there.
    func optionalText(_ key: String) throws(ProjectError) -> String? {
        guard let node = self[key] else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw error(at: node, "'\(key)' is not a text.", "Write one value behind the colon.")
        }
        return text
    }

    /// A number in a range; nil when the key is not there.
    func number(_ key: String, in range: ClosedRange<Double>) throws(ProjectError) -> Double? {
        guard let node = self[key] else { return nil }
        guard let number = node.float ?? node.int.map({ Double($0) }), range.contains(number)
        else {
            throw error(
                at: node,
                "'\(key)' is not a number from \(range.lowerBound) to "
                    + "\(range.upperBound).", "")
        }
        return number
    }

    /// A whole number in a range; nil when the key is not there.
    func whole(_ key: String, in range: ClosedRange<Int>) throws(ProjectError) -> Int? {
        guard let node = self[key] else { return nil }
        guard let number = node.int, range.contains(number) else {
            throw error(
                at: node,
                "'\(key)' is not a whole number from \(range.lowerBound) to "
                    + "\(range.upperBound).", "")
        }
        return number
    }

    /// A list of texts; empty when the key is not there.
    func texts(_ key: String) throws(ProjectError) -> [String] {
        var texts: [String] = []
        for node in try list(key) {
            guard let text = node.scalar?.string, !text.isEmpty else {
                throw error(at: node, "'\(key)' holds something that is not a text.", "")
            }
            texts.append(text)
        }
        return texts
    }

    /// The parts of a list; empty when the key is not there.
    func list(_ key: String) throws(ProjectError) -> [Node] {
        guard let node = self[key] else { return [] }
        guard let sequence = node.sequence else {
            throw error(at: node, "'\(key)' is not a list.", "Write it as `\(key): [one, two]`.")
        }
        return Array(sequence)
    }
}
