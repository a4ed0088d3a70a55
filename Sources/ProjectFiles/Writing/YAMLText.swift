/// The text of a scalar, written so that every reader of YAML 1.1 reads it back as what it is.
///
/// Quotes stand where PyYAML puts them, because its files are what people compare with.
///
/// - Source: <https://yaml.org/spec/1.1/#id904245>
enum YAMLText {
    /// Writes a text on one line.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - isFlow: Whether it stands between brackets or braces, where fewer texts need no quotes.
    /// - Returns: The text, in quotes where it needs them.
    static func line(_ text: String, isFlow: Bool) -> String {
        if isPlain(text, isFlow: isFlow) { return text }
        let needsEscapes = text.unicodeScalars.contains { !isPrintable($0) || $0 == "\n" }
        if needsEscapes { return doubleQuoted(text) }
        let doubled =
            text.utf8.contains(UInt8(ascii: "'"))
            ? text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            : text
        return "'\(doubled)'"
    }

    /// The lines of a block text, without indentation, and the sign that announces it.
    ///
    /// - Returns: Nil for a text that cannot stand in a block, or that needs none.
    static func block(_ text: String) -> (sign: String, lines: [Substring])? {
        guard text.utf8.contains(UInt8(ascii: "\n")), let last = text.unicodeScalars.last,
            text.unicodeScalars.allSatisfy({ isPrintable($0) || $0 == "\n" || $0 == "\t" }),
            text.unicodeScalars.contains(where: { $0 != "\n" })
        else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var chomping = "-"
        if last == "\n" {
            lines.removeLast()
            chomping = lines.last?.isEmpty ?? false ? "+" : ""
        }
        // A first line that begins with space would be taken for indentation.
        let first = text.utf8.first
        let needsNumber =
            first == 0x20 || first == UInt8(ascii: "\n") || first == UInt8(ascii: "\t")
        return ("|" + (needsNumber ? "2" : "") + chomping, lines)
    }

    /// Writes a number with a fraction; a whole one as an integer.
    ///
    /// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#value-serialization>
    static func number(_ number: Double) -> String {
        if number.isNaN { return ".nan" }
        if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
        if let whole = Int(exactly: number), abs(number) < 0x1p53 { return "\(whole)" }
        var text = "\(number)"
        guard let exponent = text.firstIndex(of: "e") else { return text }
        if !text[..<exponent].contains(".") {
            text.insert(contentsOf: ".0", at: exponent)
        }
        return text
    }

    private static func isPlain(_ text: String, isFlow: Bool) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, text != "=", text != "<<",
            first != 0x20, last != 0x20, !text.hasPrefix("---"), !text.hasPrefix("..."),
            case .string = YAMLScalar.plain(text), !isDateOrClock(text)
        else { return false }
        var (previous, index) = (UInt8(0x20), 0)
        let bytes = Array(text.utf8)
        for byte in bytes {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            if !isAllowed(byte, after: previous, before: next, isFirst: index == 0, isFlow: isFlow)
            {
                return false
            }
            (previous, index) = (byte, index + 1)
        }
        return text.unicodeScalars.allSatisfy(isPrintable)
    }

    private static func isAllowed(
        _ byte: UInt8, after previous: UInt8, before next: UInt8, isFirst: Bool, isFlow: Bool
    ) -> Bool {
        if isFirst {
            if "#,[]{}&*!|>'\"%@`".utf8.contains(byte) { return false }
            if "?:".utf8.contains(byte) { return !isFlow && next != 0x20 }
            if byte == UInt8(ascii: "-") { return next != 0x20 }
            return true
        }
        if ",?[]{}".utf8.contains(byte) { return !isFlow }
        if byte == UInt8(ascii: ":") { return !isFlow && next != 0x20 }
        return byte != UInt8(ascii: "#") || previous != 0x20
    }

    /// What other readers take for a date or a number to the base of sixty.
    private static func isDateOrClock(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(0x3A...0x7F).contains(first) else { return false }
        let date = /\d{4}-\d\d?-\d\d?(?:[Tt \t].*)?/
        let clock = /[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?/
        return text.wholeMatch(of: date) != nil || text.wholeMatch(of: clock) != nil
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x10000...0x10FFFF:
            true
        default: false
        }
    }

    private static func doubleQuoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _ where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value <= 0xFF ? 2 : 4
                let sign = width == 2 ? "x" : "u"
                quoted += "\\" + sign + String(repeating: "0", count: width - digits.count) + digits
            }
        }
        return quoted + "\""
    }
}
