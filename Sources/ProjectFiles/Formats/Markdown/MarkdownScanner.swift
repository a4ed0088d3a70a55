/// Goes through a Markdown document line by line and finds headings and fenced code blocks.
///
/// List items are followed so that a block indented with its item is found; block quotes are prose.
///
/// - Source: <https://spec.commonmark.org/0.31.2>
struct MarkdownScanner {
    private let file: String
    private let lines: [MarkdownLine]
    private var index = 0
    private var elements: [MarkdownElement] = []
    private var headingCount = 0
    private var prose: [String] = []
    private var proseLine = 0
    /// The lines of the paragraph being read, which an underline would make a heading.
    private var paragraph: [String] = []
    private var paragraphLine = 0
    private var paragraphColumns: [Int] = []
    /// The columns where the content of the open list items begins.
    private var listColumns: [Int] = []

    /// Takes a document.
    init(_ source: SourceFile) {
        file = source.file
        lines = MarkdownLine.lines(of: Array(source.text.utf8))
    }

    /// Reads the whole document.
    ///
    /// - Throws: `ProjectError` for a code block that never ends.
    mutating func scan() throws(ProjectError) -> [MarkdownElement] {
        skipFrontMatter()
        while index < lines.count { try scanLine(lines[index]) }
        endProse()
        return elements
    }

    private mutating func scanLine(_ whole: MarkdownLine) throws(ProjectError) {
        var line = whole
        if line.isBlank {
            paragraph = []
            return addProse(line)
        }
        let outerColumns = listColumns
        while let column = listColumns.last, line.indentation < column { listColumns.removeLast() }

        while line.indentation - (listColumns.last ?? 0) < 4 {
            if let fence = MarkdownFence(opening: line) { return try scanBlock(line, fence) }
            if let heading = MarkdownMarks.heading(line) {
                return addHeading(heading.title, level: heading.level, line: line.number)
            }
            if !paragraph.isEmpty, listColumns == paragraphColumns,
                let level = MarkdownMarks.underline(line)
            {
                return addUnderlinedHeading(level)
            }
            if let end = MarkdownMarks.htmlEnd(line) { return skipHTML(until: end) }
            if MarkdownMarks.isBreak(line) || line.content.first == UInt8(ascii: ">") {
                paragraph = []
                return addProse(whole)
            }
            guard let width = MarkdownMarks.listMarker(line) else { break }
            paragraph = []
            listColumns.append(line.skipMarker(width))
            if line.isBlank { break }
        }
        // Text that goes on below a list item without its indentation still belongs to the item.
        if !paragraph.isEmpty { listColumns = outerColumns }
        if !paragraph.isEmpty || line.indentation - (listColumns.last ?? 0) < 4 {
            if paragraph.isEmpty {
                paragraphLine = whole.number
                paragraphColumns = listColumns
            }
            paragraph.append(String(decoding: line.content, as: UTF8.self))
        }
        addProse(whole)
    }

    private mutating func scanBlock(
        _ opening: MarkdownLine, _ fence: MarkdownFence
    ) throws(ProjectError) {
        let base = listColumns.last ?? 0
        paragraph = []
        endProse()
        index += 1
        let first = index
        var bytes: [UInt8] = []
        while index < lines.count {
            let line = lines[index]
            if !line.isBlank, line.indentation < base { break }
            if line.indentation - base < 4, fence.isClosed(by: line) {
                let block = MarkdownBlock(
                    info: fence.info, text: String(decoding: bytes, as: UTF8.self),
                    place: SourcePlace(file: file, line: first + 1),
                    headingIndex: headingCount > 0 ? headingCount - 1 : nil)
                elements.append(.block(block))
                index += 1
                return
            }
            bytes += line.bytes(withoutColumns: opening.indentation)
            index += 1
        }
        throw ProjectError(
            file: file, line: opening.number,
            reason: "The code block that opens here never ends.",
            suggestion: "Close it with a line of \(fence.signs) that is indented like the opening.")
    }

    private mutating func addHeading(_ title: String, level: Int, line: Int) {
        paragraph = []
        endProse()
        elements.append(.heading(MarkdownHeading(level: level, title: title, line: line)))
        headingCount += 1
        index += 1
    }

    private mutating func addUnderlinedHeading(_ level: Int) {
        let title = paragraph.map(MarkdownMarks.trimmed).joined(separator: " ")
        prose.removeLast(min(paragraph.count, prose.count))
        addHeading(title, level: level, line: paragraphLine)
    }

    private mutating func skipHTML(until end: String) {
        paragraph = []
        let wanted = Array(end.utf8)
        while index < lines.count {
            let line = lines[index]
            addProse(line)
            if MarkdownMarks.contains(line.content, wanted) { return }
        }
    }

    private mutating func skipFrontMatter() {
        guard lines.first?.text == "---" else { return }
        let end = lines.dropFirst().firstIndex { $0.text == "---" || $0.text == "..." }
        if let end { index = end + 1 }
    }

    private mutating func addProse(_ line: MarkdownLine) {
        index += 1
        if prose.isEmpty {
            if line.isBlank { return }
            proseLine = line.number
        }
        prose.append(line.text)
    }

    private mutating func endProse() {
        while prose.last?.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) == true {
            prose.removeLast()
        }
        if !prose.isEmpty {
            elements.append(.prose(prose.joined(separator: "\n"), line: proseLine))
        }
        prose = []
    }
}
