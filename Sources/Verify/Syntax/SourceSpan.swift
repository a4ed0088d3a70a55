/// Where a piece of source text stands.
package struct SourceSpan: Hashable, Sendable {
    /// The first line, counted from 1.
    package let line: Int
    /// The first column, counted from 0 in UTF-8 code units, as Python counts.
    package let column: Int
    /// The last line.
    package let endLine: Int
    /// The column after the last character.
    package let endColumn: Int

    /// Names a place.
    package init(line: Int, column: Int, endLine: Int, endColumn: Int) {
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }
}
