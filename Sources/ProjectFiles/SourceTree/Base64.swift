/// Reads bytes written as base64 text.
///
/// - Source: <https://www.rfc-editor.org/rfc/rfc4648#section-4>
enum Base64 {
    /// Decodes a text; white space is skipped.
    ///
    /// - Returns: The bytes; nil when the text is no base64.
    static func bytes(of text: String) -> [UInt8]? {
        let signs = text.utf8.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        let padding = signs.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard signs.count.isMultiple(of: 4), padding <= 2 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(signs.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for sign in signs.dropLast(padding) {
            guard let value = value(of: sign) else { return nil }
            bits = (bits << 6 | UInt32(value)) & 0xFFFF
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func value(of sign: UInt8) -> UInt8? {
        switch sign {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): sign - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): sign - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): sign - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
