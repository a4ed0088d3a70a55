/// How a text file's bytes stand for characters.
///
/// - Source: <https://docs.derivative.ca/Text_DAT>
nonisolated enum TextEncoding: Equatable {
    case utf8
    case utf8WithMark
    case utf16LE
    case utf16BE
    case windows1252

    /// What Windows-1252 has from 0x80 to 0x9F; five places are empty and stand for themselves.
    ///
    /// - Source: <https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT>
    private static let upper: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - wanted: The value of the parameter `defaultreadencoding`; a byte order mark overrules it.
    /// - Returns: The text without its mark, and the encoding that it turned out to be.
    static func decode(_ bytes: [UInt8], as wanted: String) -> (text: String, TextEncoding) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return (String(decoding: bytes.dropFirst(3), as: UTF8.self), .utf8WithMark)
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return (wide(bytes.dropFirst(2), .utf16LE), .utf16LE)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return (wide(bytes.dropFirst(2), .utf16BE), .utf16BE)
        }
        switch wanted {
        case "utf16le": return (wide(bytes[...], .utf16LE), .utf16LE)
        case "utf16be": return (wide(bytes[...], .utf16BE), .utf16BE)
        default:
            // UTF-8 is told from all else by its form, whatever the parameter says.
            if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
            return (narrow(bytes), .windows1252)
        }
    }

    /// Writes a text; what Windows-1252 does not have becomes a question mark.
    func encode(_ text: String) -> [UInt8] {
        switch self {
        case .utf8: Array(text.utf8)
        case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case .utf16LE:
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BE:
            [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case .windows1252: text.unicodeScalars.map(Self.narrow)
        }
    }

    private static func wide(_ bytes: ArraySlice<UInt8>, _ order: TextEncoding) -> String {
        let bytes = Array(bytes)
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return order == .utf16LE ? second << 8 | first : first << 8 | second
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func narrow(_ bytes: [UInt8]) -> String {
        let units = bytes.map {
            (0x80...0x9F).contains($0) ? upper[Int(clamping: $0) - 0x80] : UInt16($0)
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> UInt8 {
        if let place = upper.firstIndex(where: { UInt32($0) == scalar.value }) {
            return UInt8(0x80 + place)
        }
        let isSame = scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value)
        return isSame ? UInt8(scalar.value) : UInt8(ascii: "?")
    }
}
