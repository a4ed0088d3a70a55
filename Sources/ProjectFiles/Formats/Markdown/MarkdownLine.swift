/// One line of a Markdown document: where its bytes lie, and what it begins with.
struct MarkdownLine {
    /// All bytes of the document.
    let bytes: [UInt8]
    /// The line's bytes without its end.
    let range: Range<Int>
    /// The line's bytes with its end.
    let fullRange: Range<Int>
    /// The line, counted from 1.
    let number: Int
    /// The first byte after the indentation.
    private(set) var contentStart: Int
    /// How far the content is indented; a tab reaches to the next multiple of four.
    ///
    /// - Units: columns
    private(set) var indentation: Int

    /// Splits a document into lines.
    static func lines(of bytes: [UInt8]) -> [MarkdownLine] {
        var lines: [MarkdownLine] = []
        var start = 0
        while start < bytes.count {
            let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
            let next = newline.map { $0 + 1 } ?? bytes.count
            var end = newline ?? bytes.count
            if end > start, newline != nil, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            lines.append(
                MarkdownLine(bytes, start..<end, start..<next, number: lines.count + 1))
            start = next
        }
        return lines
    }

    private init(_ bytes: [UInt8], _ range: Range<Int>, _ fullRange: Range<Int>, number: Int) {
        self.bytes = bytes
        self.range = range
        self.fullRange = fullRange
        self.number = number
        contentStart = range.lowerBound
        indentation = 0
        skipSpace()
    }

    /// The bytes after the indentation.
    var content: ArraySlice<UInt8> { bytes[contentStart..<range.upperBound] }

    /// Whether nothing but white space is left.
    var isBlank: Bool { contentStart == range.upperBound }

    /// The whole line as text.
    var text: String { String(decoding: bytes[range], as: UTF8.self) }

    /// Goes past a list's marker to the text behind it.
    ///
    /// - Parameter width: The marker's bytes.
    /// - Returns: The column where the item's content begins.
    mutating func skipMarker(_ width: Int) -> Int {
        contentStart += width
        indentation += width
        let afterMarker = indentation
        let start = contentStart
        skipSpace()
        // A wide gap or none belongs to the content: then one space parts it from the marker.
        guard isBlank || indentation - afterMarker > 4 else { return indentation }
        if isBlank { return afterMarker + 1 }
        contentStart = start + 1
        indentation = afterMarker + 1
        skipSpace()
        return afterMarker + 1
    }

    /// The line's bytes with its end, less some columns of its indentation.
    func bytes(withoutColumns count: Int) -> [UInt8] {
        var column = 0
        var index = range.lowerBound
        while index < range.upperBound, column < count {
            if bytes[index] == 0x20 {
                column += 1
            } else if bytes[index] == UInt8(ascii: "\t") {
                column += 4 - column % 4
            } else {
                break
            }
            index += 1
        }
        let rest = [UInt8](repeating: 0x20, count: max(0, column - count))
        return rest + bytes[index..<fullRange.upperBound]
    }

    private mutating func skipSpace() {
        while contentStart < range.upperBound {
            switch bytes[contentStart] {
            case 0x20: indentation += 1
            case UInt8(ascii: "\t"): indentation += 4 - indentation % 4
            default: return
            }
            contentStart += 1
        }
    }
}
