/// An operator's name taken apart: what comes before its digits, the digits, and whether it is legal.
///
/// - Source: <https://docs.derivative.ca/OP_Class>
package nonisolated struct OperatorName: Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// Whether an operator may bear this name: ASCII letters, digits and underscores, at least one.
    package var isLegal: Bool {
        !text.isEmpty && text.utf8.allSatisfy(Self.isNameByte)
    }

    /// The number that the last group of digits spells, `nil` without one or past `Int.max`.
    package var digits: Int? {
        lastDigitGroup.flatMap { Int(text[$0]) }
    }

    /// The name before its last group of digits; the whole name without one.
    package var base: String {
        lastDigitGroup.map { String(text[..<$0.lowerBound]) } ?? text
    }

    /// The name split before the digits it ends in; the number is `nil` when it ends in none.
    ///
    /// Digits that don't fit into an `Int`, or that start with a zero, count as part of the name,
    /// so that base and number always spell the name again.
    var split: (base: String, number: Int?) {
        guard let group = lastDigitGroup, group.upperBound == text.endIndex,
            text[group].utf8.first != UInt8(ascii: "0") || text[group].utf8.count == 1,
            let number = Int(text[group])
        else { return (text, nil) }

        return (String(text[..<group.lowerBound]), number)
    }

    private var lastDigitGroup: Range<String.Index>? {
        let bytes = text.utf8
        guard let last = bytes.lastIndex(where: Self.isDigit) else { return nil }

        let before = bytes[..<last].lastIndex { !Self.isDigit($0) }
        let start = before.map { bytes.index(after: $0) } ?? bytes.startIndex
        return start..<bytes.index(after: last)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_")
            || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }
}
