internal import Yams

/// Says in plain words what the YAML parser complains about.
enum YAMLFailure {
    /// Turns the parser's error into one with file, line and column.
    static func error(_ error: any Error, in source: SourceFile) -> ProjectError {
        guard let error = error as? YamlError else {
            return broken(source, reason: "The YAML cannot be read: \(error).")
        }
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return located(problem, context, mark, source)
        case .reader(let problem, let offset, let value, _):
            return unreadable(problem, offset, value, source)
        case .duplicatedKeysInMapping(let keys, let context):
            return repeated(keys.first ?? "", context.mark, source)
        default:
            return broken(source, reason: "The YAML cannot be read: \(error).")
        }
    }

    private static func located(
        _ problem: String, _ context: YamlError.Context?, _ mark: Mark, _ source: SourceFile
    ) -> ProjectError {
        if problem.contains("Maximum nesting level") {
            return ProjectError(
                file: source.file, line: mark.line, column: mark.column,
                reason: "Values are nested more than \(ReadingLimits.depth) deep here.",
                suggestion: "Split the network: give inner COMPs files of their own with tdn_ref.")
        }
        if line(mark.line, of: source).dropFirst(mark.column - 1).first == "\t" {
            return broken(
                source, mark, reason: "A tab is used for indentation, which YAML forbids.",
                suggestion: "Indent with spaces there.")
        }
        var reason = "The YAML is broken: \(problem)"
        if let context {
            let text = context.text.trimmingSuffix { $0 == " " || $0 == "\n" }
            reason += " \(text), which begins on line \(context.mark.line)"
        }
        return broken(source, mark, reason: reason + ".")
    }

    private static func unreadable(
        _ problem: String, _ offset: Int?, _ value: Int32, _ source: SourceFile
    ) -> ProjectError {
        let before = source.text.prefix(offset ?? 0)
        let line = 1 + before.utf8.count { $0 == UInt8(ascii: "\n") }
        let character = "U+" + String(UInt32(bitPattern: value), radix: 16, uppercase: true)
        return ProjectError(
            file: source.file, line: offset == nil ? nil : line,
            reason: "The YAML cannot be read: \(problem) (\(character)).",
            suggestion: "Write such a character as an escape in double quotes.")
    }

    private static func repeated(_ key: String, _ mark: Mark, _ source: SourceFile) -> ProjectError
    {
        let lines = source.text.utf8.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let signs = ["\(key):", "\"\(key)\":", "'\(key)':"]
        let second = lines.indices.dropFirst(mark.line).first { index in
            let rest = String(Substring(lines[index].dropFirst(mark.column - 1)))
            return signs.contains(where: rest.hasPrefix)
        }
        let place = SourcePlace(file: source.file, line: second.map { $0 + 1 } ?? mark.line)
        return RepeatedKey.error(key, at: place, first: mark.line)
    }

    private static func broken(
        _ source: SourceFile, _ mark: Mark? = nil, reason: String,
        suggestion: String = "Check indentation, colons and quotes there."
    ) -> ProjectError {
        ProjectError(
            file: source.file, line: mark?.line, column: mark?.column, reason: reason,
            suggestion: suggestion)
    }

    private static func line(_ number: Int, of source: SourceFile) -> Substring {
        let lines = source.text.utf8.split(
            separator: UInt8(ascii: "\n"), maxSplits: number, omittingEmptySubsequences: false)
        return number > 0 && number <= lines.count ? Substring(lines[number - 1]) : ""
    }
}

extension String {
    fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> Substring {
        var trimmed = self[...]
        while let last = trimmed.last, isTrimmed(last) { trimmed.removeLast() }
        return trimmed
    }
}
