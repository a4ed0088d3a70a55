internal import OperatorNetwork

/// The bytes of a pickle, and how numbers and texts are read from them.
///
/// - Source: <https://docs.python.org/3/library/pickletools.html>
struct PickleBytes {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads a byte.
    mutating func byte() throws(Pickle.Refusal) -> UInt8 {
        guard index < bytes.count else { throw Pickle.Refusal(reason: "it ends too early") }
        defer { index += 1 }
        return bytes[index]
    }

    /// Reads a number of so many bytes, the lowest first.
    mutating func number(_ count: Int) throws(Pickle.Refusal) -> Int {
        var number = 0
        for place in 0..<count { number |= Int(try byte()) << (8 * place) }
        return number
    }

    /// Reads a text up to the end of its line.
    mutating func line() throws(Pickle.Refusal) -> String {
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) else {
            throw Pickle.Refusal(reason: "it ends too early")
        }
        defer { index = end + 1 }
        return String(decoding: bytes[index..<end], as: UTF8.self)
    }

    /// Reads a value that a code announces; nil when the code announces none.
    mutating func value(_ code: UInt8) throws(Pickle.Refusal) -> PlainValue? {
        switch code {
        case UInt8(ascii: "N"): return .null
        case 0x88: return .bool(true)
        case 0x89: return .bool(false)
        case UInt8(ascii: "K"): return .int(Int(try byte()))
        case UInt8(ascii: "M"): return .int(try number(2))
        case UInt8(ascii: "J"):
            return .int(Int(Int32(truncatingIfNeeded: try number(4))))
        case 0x8A: return try long(Int(try byte()))
        case UInt8(ascii: "G"):
            var bits: UInt64 = 0
            for _ in 0..<8 { bits = bits << 8 | UInt64(try byte()) }
            return .double(Double(bitPattern: bits))
        case UInt8(ascii: "I"): return integer(try line())
        case UInt8(ascii: "F"): return .double(Double(try line()) ?? 0)
        case 0x8C: return .string(try text(Int(try byte())))
        case UInt8(ascii: "X"): return .string(try text(try number(4)))
        case 0x8D: return .string(try text(try number(8)))
        case UInt8(ascii: "V"): return .string(try line())
        case UInt8(ascii: "C"): return .bytes(try run(Int(try byte())))
        case UInt8(ascii: "B"): return .bytes(try run(try number(4)))
        case 0x8E, 0x96: return .bytes(try run(try number(8)))
        default: return nil
        }
    }

    private func integer(_ text: String) -> PlainValue {
        switch text {
        case "00": .bool(false)
        case "01": .bool(true)
        default: Int(text).map { .int($0) } ?? .string(text)
        }
    }

    /// An integer in two's complement; one beyond 64 bits becomes a floating number.
    private mutating func long(_ count: Int) throws(Pickle.Refusal) -> PlainValue {
        let digits = try run(count)
        guard let high = digits.last else { return .int(0) }
        guard count <= 8 else {
            var number = 0.0
            for digit in digits.reversed() { number = number * 256 + Double(digit) }
            return .double(number)
        }
        var number = high >= 0x80 ? -1 : 0
        for digit in digits.reversed() { number = number << 8 | Int(digit) }
        return .int(number)
    }

    private mutating func text(_ count: Int) throws(Pickle.Refusal) -> String {
        String(decoding: try run(count), as: UTF8.self)
    }

    private mutating func run(_ count: Int) throws(Pickle.Refusal) -> [UInt8] {
        guard count >= 0, count <= bytes.count - index else {
            throw Pickle.Refusal(reason: "it ends too early")
        }
        defer { index += count }
        return Array(bytes[index..<index + count])
    }
}
