/// Something that was read past: an unknown field, a skipped file, a missing part.
package struct ProjectNotice: Sendable, Equatable, CustomStringConvertible {
    /// The file as messages show it.
    package var file: String
    /// The line, counted from 1, where there is one.
    package var line: Int?
    /// What was met and what was done about it, as full sentences.
    package var text: String

    /// Notes something about a file.
    package init(file: String, line: Int? = nil, text: String) {
        self.file = file
        self.line = line
        self.text = text
    }

    /// One line: `file:line: text`.
    package var description: String {
        let text = ProjectError.shown(text)
        return line.map { "\(file):\($0): \(text)" } ?? "\(file): \(text)"
    }
}
