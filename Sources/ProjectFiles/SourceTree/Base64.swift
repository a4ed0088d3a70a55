/// Reads and writes bytes as base64 text.
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

    /// Encodes bytes.
    ///
    /// - Returns: The text, padded.
    static func text(of bytes: [UInt8]) -> String {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let padded = Array(group) + [UInt8](repeating: 0, count: 3 - group.count)
            let bits = UInt32(padded[0]) << 16 | UInt32(padded[1]) << 8 | UInt32(padded[2])
            for index in 0..<4 {
                text.append(
                    index <= group.count
                        ? signs[Int(bits >> UInt32(18 - 6 * index) & 63)] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
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
