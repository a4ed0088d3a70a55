/// A line of a project's file, for messages that say where something came from.
package struct SourcePlace: Sendable, Equatable, CustomStringConvertible {
    /// The file as messages show it.
    package var file: String
    /// The line, counted from 1.
    package var line: Int

    /// Names a line of a file.
    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    /// The place as editors and terminals understand it: `file:line`.
    package var description: String { "\(file):\(line)" }
}
