/// The marks at the beginning of a line that tell what it is.
///
/// - Source: <https://spec.commonmark.org/0.31.2/#leaf-blocks>
enum MarkdownMarks {
    /// Reads a heading of one line: `#` to `######`.
    static func heading(_ line: MarkdownLine) -> (title: String, level: Int)? {
        let level = line.content.prefix { $0 == UInt8(ascii: "#") }.count
        let rest = line.content.dropFirst(level)
        guard (1...6).contains(level), rest.first.map(isSpace) ?? true else { return nil }
        var title = trimmed(String(decoding: rest, as: UTF8.self))[...]
        let closing = title.reversed().prefix { $0 == "#" }.count
        let before = title.dropLast(closing)
        if before.isEmpty || before.last == " " || before.last == "\t" { title = before }
        return (trimmed(String(title)), level)
    }

    /// Tells the level that a line gives to the paragraph above: 1 for `===`, 2 for `---`.
    static func underline(_ line: MarkdownLine) -> Int? {
        guard let sign = line.content.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-"),
            line.content.drop(while: { $0 == sign }).allSatisfy(isSpace)
        else { return nil }
        return sign == UInt8(ascii: "=") ? 1 : 2
    }

    /// Tells whether a line is a break: three or more of `-`, `*` or `_`.
    static func isBreak(_ line: MarkdownLine) -> Bool {
        guard let sign = line.content.first, "-*_".utf8.contains(sign) else { return false }
        let signs = line.content.filter { !isSpace($0) }
        return signs.count >= 3 && signs.allSatisfy { $0 == sign }
    }

    /// Gives the width of a list item's marker; nil when the line begins none.
    static func listMarker(_ line: MarkdownLine) -> Int? {
        guard let first = line.content.first else { return nil }
        var width = 1
        if !"-+*".utf8.contains(first) {
            let digits = line.content.prefix { (0x30...0x39).contains($0) }.count
            let sign = line.content.dropFirst(digits).first
            guard (1...9).contains(digits), sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
            else { return nil }
            width = digits + 1
        }
        return line.content.dropFirst(width).first.map(isSpace) ?? true ? width : nil
    }

    /// Gives the text that ends a block of HTML in which fences mean nothing.
    static func htmlEnd(_ line: MarkdownLine) -> String? {
        guard line.content.first == UInt8(ascii: "<") else { return nil }
        let start = String(decoding: line.content.prefix(10), as: UTF8.self).lowercased()
        if start.hasPrefix("<!--") { return "-->" }
        let names = ["script", "pre", "style", "textarea"]
        return names.first { start.hasPrefix("<\($0)") }.map { "</\($0)>" }
    }

    /// Tells whether a line holds some bytes.
    static func contains(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: wanted) }
    }

    /// A text without the white space around it.
    static func trimmed(_ text: String) -> String {
        let isSpace = { (character: Character) in character == " " || character == "\t" }
        var trimmed = text.drop(while: isSpace)
        while let last = trimmed.last, isSpace(last) { trimmed.removeLast() }
        return String(trimmed)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
