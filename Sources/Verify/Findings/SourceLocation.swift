/// A piece of a file, with its text at hand for reports.
package struct SourceLocation: Hashable, Sendable {
    /// The file as messages show it.
    package let file: String
    /// The first line, counted from 1 in the file.
    package let line: Int
    /// The first column, counted from 1 in characters.
    package let column: Int
    package let endLine: Int
    /// The column after the last character.
    package let endColumn: Int
    /// The first line's text.
    package let source: String

    init(_ span: SourceSpan, of script: Script) {
        func character(_ column: Int, ofLine line: Int) -> Int {
            guard line >= 1, line <= script.lines.count else { return column + 1 }
            return String(decoding: script.lines[line - 1].utf8.prefix(column), as: UTF8.self).count
                + 1
        }
        file = script.file
        line = span.line + script.firstLine - 1
        endLine = span.endLine + script.firstLine - 1
        column = character(span.column, ofLine: span.line)
        endColumn = character(span.endColumn, ofLine: span.endLine)
        source =
            span.line >= 1 && span.line <= script.lines.count ? script.lines[span.line - 1] : ""
    }

    /// The characters of the first line that are meant, from 0.
    package var columns: Range<Int> {
        let end = endLine == line ? endColumn : source.count + 1
        return (column - 1)..<max(column, end - 1)
    }
}
