/// The opening line of a fenced code block.
///
/// - Source: <https://spec.commonmark.org/0.31.2/#fenced-code-blocks>
struct MarkdownFence {
    /// What follows the signs, without the space around it.
    let info: String
    private let sign: UInt8
    private let count: Int

    /// Reads an opening fence; nil when the line is none.
    init?(opening line: MarkdownLine) {
        guard let sign = line.content.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~")
        else { return nil }
        let count = line.content.prefix { $0 == sign }.count
        let rest = line.content.dropFirst(count)
        guard count >= 3, sign == UInt8(ascii: "~") || !rest.contains(sign) else { return nil }
        info = MarkdownMarks.trimmed(String(decoding: rest, as: UTF8.self))
        self.sign = sign
        self.count = count
    }

    /// The signs that open and close a block around a text: more than any line of it begins with.
    static func around(_ text: String) -> String {
        var longest = 2
        for line in text.split(separator: "\n") {
            longest = max(longest, line.drop { $0 == " " }.prefix { $0 == "`" }.count)
        }
        return String(repeating: "`", count: longest + 1)
    }

    /// The signs that close the block.
    var signs: String { String(decoding: repeatElement(sign, count: count), as: UTF8.self) }

    /// Tells whether a line closes the block.
    func isClosed(by line: MarkdownLine) -> Bool {
        let count = line.content.prefix { $0 == sign }.count
        return count >= self.count
            && line.content.dropFirst(count).allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "\t") }
    }
}
