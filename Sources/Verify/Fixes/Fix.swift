/// How a finding is mended, as edits of its file.
package struct Fix: Sendable {
    /// A piece of a file and what takes its place.
    package struct Edit: Sendable, Hashable {
        /// Lines are counted from 1 in the file, columns from 0 in UTF-8 code units.
        package let span: SourceSpan
        package let text: String
    }

    /// The edits, in the order of the file; none overlaps another.
    package let edits: [Edit]
    /// Whether only code changes that fails or does nothing today.
    package let isSafe: Bool

    /// Describes a mend.
    ///
    /// - Parameters:
    ///   - script: The script; the edits' spans are counted in it.
    ///   - isSafe: Whether only code changes that fails or does nothing today.
    ///   - edits: What takes the place of what.
    init(in script: Script, isSafe: Bool, _ edits: [(span: SourceSpan, text: String)]) {
        self.isSafe = isSafe
        self.edits = edits.map {
            Edit(span: $0.span.moved(by: script.firstLine - 1), text: $0.text)
        }
        .sorted { $0.span.isBefore($1.span) }
    }

    /// The lines from the first edit to the last one.
    var lines: ClosedRange<Int> {
        let first = edits.map(\.span.line).min() ?? 0
        return first...max(first, edits.map(\.span.endLine).max() ?? first)
    }
}

extension SourceSpan {
    /// The same piece so many lines further down.
    func moved(by lines: Int) -> SourceSpan {
        SourceSpan(
            line: line + lines, column: column, endLine: endLine + lines, endColumn: endColumn)
    }

    /// The place right behind it.
    var end: SourceSpan {
        SourceSpan(line: endLine, column: endColumn, endLine: endLine, endColumn: endColumn)
    }

    /// The place at the start of a line.
    static func start(ofLine line: Int) -> SourceSpan {
        SourceSpan(line: line, column: 0, endLine: line, endColumn: 0)
    }

    /// A whole line with its line break.
    static func wholeLine(_ line: Int) -> SourceSpan {
        SourceSpan(line: line, column: 0, endLine: line + 1, endColumn: 0)
    }
}
