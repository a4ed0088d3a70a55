/// One source line with marks under the characters that matter, cut to fit a terminal.
package struct SourceExcerpt {
    /// The line as it is shown.
    package let text: String
    /// The marks under it, with the blanks before them.
    package let marks: String

    /// Shows a line.
    ///
    /// - Parameters:
    ///   - source: The line, which may hold tabs.
    ///   - columns: The characters to mark, counted from 0; all but the indentation if absent.
    ///   - limit: How many columns are shown.
    package init(source: String, columns: Range<Int>?, limit: Int = 100) {
        let characters = Array(source)
        let blanks = characters.prefix { $0.isWhitespace }.count
        let trailing = characters.reversed().prefix { $0.isWhitespace }.count
        let whole = min(blanks, characters.count)..<max(blanks, characters.count - trailing)
        let wanted = (columns ?? whole).clamped(to: 0..<characters.count)
        let marked = wanted.isEmpty ? whole : wanted
        func width(_ range: Range<Int>) -> Int {
            characters[range].reduce(0) { $0 + PlainText.width($1) }
        }
        let start = width(0..<marked.lowerBound)
        let length = max(1, width(marked))
        text = PlainText.oneLine(String(characters[..<whole.upperBound]), limit: limit)
        let shownStart = min(start, limit)
        marks =
            String(repeating: " ", count: shownStart)
            + String(repeating: "^", count: max(1, min(length, limit - shownStart)))
    }
}
