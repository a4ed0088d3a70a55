/// Says in plain words what the YAML parser complains about.
enum YAMLFailure {
    /// Turns the parser's complaint into an error with file, line and column.
    static func error(_ problem: YAMLProblem, in source: SourceFile) -> ProjectError {
        if problem.isUnreadable { return unreadable(problem, source) }
        if problem.problem.contains("Maximum nesting level") {
            return ProjectError(
                file: source.file, line: problem.line, column: problem.column,
                reason: "Values are nested more than \(ReadingLimits.depth) deep here.",
                suggestion: "Split the network: give inner COMPs files of their own with tdn_ref.")
        }
        if line(problem.line, of: source).dropFirst(problem.column - 1).first == "\t" {
            return broken(
                source, problem, reason: "A tab is used for indentation, which YAML forbids.",
                suggestion: "Indent with spaces there.")
        }
        var reason = "The YAML is broken: \(problem.problem)"
        if let context = problem.context {
            reason += " \(context), which begins on line \(problem.contextLine)"
        }
        return broken(source, problem, reason: reason + ".")
    }

    private static func unreadable(_ problem: YAMLProblem, _ source: SourceFile) -> ProjectError {
        let before = source.text.utf8.prefix(problem.offset)
        let character = "U+" + String(UInt32(bitPattern: problem.value), radix: 16, uppercase: true)
        return ProjectError(
            file: source.file, line: 1 + before.count { $0 == UInt8(ascii: "\n") },
            reason: "The YAML cannot be read: \(problem.problem) (\(character)).",
            suggestion: "Write such a character as an escape in double quotes.")
    }

    private static func broken(
        _ source: SourceFile, _ problem: YAMLProblem, reason: String,
        suggestion: String = "Check indentation, colons and quotes there."
    ) -> ProjectError {
        ProjectError(
            file: source.file, line: problem.line, column: problem.column, reason: reason,
            suggestion: suggestion)
    }

    private static func line(_ number: Int, of source: SourceFile) -> Substring {
        let lines = source.text.utf8.split(
            separator: UInt8(ascii: "\n"), maxSplits: number, omittingEmptySubsequences: false)
        return number > 0 && number <= lines.count ? Substring(lines[number - 1]) : ""
    }
}
