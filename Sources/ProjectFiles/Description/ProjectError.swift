/// Why a project cannot be read, where, and what to do about it.
package struct ProjectError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file as messages show it.
    package var file: String
    /// The line, counted from 1, where there is one.
    package var line: Int?
    /// The column, counted from 1, where there is one.
    package var column: Int?
    /// What was tried and why it cannot be done, as a full sentence.
    package var reason: String
    /// What to do next, as a full sentence; may be empty.
    package var suggestion: String

    /// States what is wrong and how to mend it.
    package init(
        file: String, line: Int? = nil, column: Int? = nil, reason: String, suggestion: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
        self.suggestion = suggestion
    }

    /// One line: `file:line:column: reason suggestion`; what the file itself broke is rejoined.
    package var description: String {
        var place = file
        if let line { place += ":\(line)" }
        if line != nil, let column { place += ":\(column)" }
        let sentences =
            Self.shown(reason) + (suggestion.isEmpty ? "" : " " + Self.shown(suggestion))
        return "\(place): \(sentences)"
    }

    private static let longest = 1000

    /// A text on one line; of a very long one, which quotes a file, both ends.
    static func shown(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard line.utf8.count > longest else { return line }
        return line.prefix(longest * 3 / 4) + " … " + line.suffix(longest / 4)
    }
}
