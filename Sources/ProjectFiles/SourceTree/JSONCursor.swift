/// A place in a JSON text, and how its words and strings are read there.
struct JSONCursor {
    private let bytes: [UInt8]
    private let file: String
    private var index = 0
    private var line = 1
    private var lineStart = 0

    /// Starts at the beginning of a file.
    init(_ source: SourceFile) {
        bytes = Array(source.text.utf8)
        file = source.file
    }

    /// The byte here; nil at the end.
    var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Whether everything is read.
    var isAtEnd: Bool { index >= bytes.count }

    /// The line here.
    var place: SourcePlace { SourcePlace(file: file, line: line) }

    /// Goes one byte on.
    mutating func step() {
        guard index < bytes.count else { return }
        if bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        index += 1
    }

    /// Goes past the given byte if it is here.
    mutating func take(_ wanted: UInt8) -> Bool {
        guard byte == wanted else { return false }
        step()
        return true
    }

    /// Goes past white space.
    mutating func skipSpace() {
        while let byte, byte == 0x20 || (0x09...0x0D).contains(byte) { step() }
    }

    /// States that the text is no JSON here.
    func failure(_ reason: String) -> JSONFailure {
        .notJSON(
            ProjectError(
                file: file, line: line, column: index - lineStart + 1, reason: reason,
                suggestion: "Mend the JSON there, or write the file as YAML."))
    }

    /// Reads `true`, `false`, `null` or a number.
    ///
    /// - Returns: The value, and the word as written.
    mutating func word() throws(JSONFailure) -> (SourceNode.Value, String) {
        let start = index
        while let byte, Self.isWord(byte) { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        switch word {
        case "true": return (.bool(true), word)
        case "false": return (.bool(false), word)
        case "null": return (.null, word)
        default: break
        }
        if let number = Int(word), word.utf8.first != UInt8(ascii: "+") {
            return (.int(number), word)
        }
        let firstByte = word.utf8.first { $0 != UInt8(ascii: "-") } ?? 0
        if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(firstByte), let number = Double(word) {
            return (.double(number), word)
        }
        index = start
        throw failure("A JSON value is expected here.")
    }

    /// Reads a string in double quotes.
    mutating func text() throws(JSONFailure) -> String {
        step()
        var collected: [UInt8] = []
        while let byte {
            switch byte {
            case UInt8(ascii: "\""):
                step()
                return String(decoding: collected, as: UTF8.self)
            case UInt8(ascii: "\\"):
                step()
                collected.append(contentsOf: String(try escape()).utf8)
            default:
                collected.append(byte)
                step()
            }
        }
        throw failure("The JSON text ends inside a string.")
    }

    private mutating func escape() throws(JSONFailure) -> Unicode.Scalar {
        guard let byte else { throw failure("The JSON text ends inside a string.") }
        let scalar: Unicode.Scalar
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scalar = .init(byte)
        case UInt8(ascii: "b"): scalar = "\u{8}"
        case UInt8(ascii: "f"): scalar = "\u{C}"
        case UInt8(ascii: "n"): scalar = "\n"
        case UInt8(ascii: "r"): scalar = "\r"
        case UInt8(ascii: "t"): scalar = "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw failure("A JSON string has an unknown escape after its backslash.")
        }
        step()
        return scalar
    }

    private mutating func unicodeEscape() throws(JSONFailure) -> Unicode.Scalar {
        let unit = try codeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // Half of a surrogate pair: text of Swift cannot hold it alone.
        guard (0xD800..<0xDC00).contains(unit), byte == UInt8(ascii: "\\"),
            index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u")
        else { return "\u{FFFD}" }
        let before = index
        step()
        let second = try codeUnit()
        guard (0xDC00..<0xE000).contains(second) else {
            index = before
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func codeUnit() throws(JSONFailure) -> UInt32 {
        let digits = bytes[min(index + 1, bytes.count)..<min(index + 5, bytes.count)]
        guard digits.count == 4, digits.allSatisfy(Self.isHexadecimal),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw failure("A JSON escape '\\u' needs four hexadecimal digits.") }
        index += 5
        return unit
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}
