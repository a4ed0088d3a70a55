/// What a scalar of YAML means.
///
/// The rules are those of YAML 1.1 as PyYAML keeps them, because PyYAML writes the files: `yes` is
/// a boolean and `1e5` is text. Left out on purpose are dates and numbers to the base of sixty.
/// PyYAML quotes text that looks like them, and who writes `12:30` by hand means the text.
///
/// - Source: <https://yaml.org/type>
enum YAMLScalar {
    /// Reads a scalar.
    ///
    /// - Parameters:
    ///   - text: The scalar without quotes and signs.
    ///   - tag: Its tag, where it has one.
    ///   - isPlain: Whether it stands there without quotes.
    /// - Returns: What it means.
    static func value(of text: String, tag: String?, isPlain: Bool) -> SourceNode.Value {
        switch tag {
        case nil: isPlain ? plain(text) : .string(text)
        case "tag:yaml.org,2002:str", "!": .string(text)
        case "tag:yaml.org,2002:float": Double(text).map { .double($0) } ?? plain(text)
        default: isPlain ? plain(text) : .string(text)
        }
    }

    /// What a scalar without quotes and tag means.
    static func plain(_ text: String) -> SourceNode.Value {
        guard let first = text.utf8.first else { return .null }
        if isLetter(first) || first == UInt8(ascii: "~") {
            return text.utf8.count > 5 ? .string(text) : word(text) ?? .string(text)
        }
        return number(text) ?? special(text) ?? .string(text)
    }

    private static func word(_ text: String) -> SourceNode.Value? {
        switch text {
        case "~", "null", "Null", "NULL": .null
        case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": .bool(true)
        case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": .bool(false)
        default: nil
        }
    }

    private static func special(_ text: String) -> SourceNode.Value? {
        switch text {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .double(.infinity)
        case "-.inf", "-.Inf", "-.INF": .double(-.infinity)
        case ".nan", ".NaN", ".NAN": .double(.nan)
        default: nil
        }
    }

    private static func number(_ text: String) -> SourceNode.Value? {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        let isSigned = isNegative || text.utf8.first == UInt8(ascii: "+")
        let body = isSigned ? text.dropFirst() : text[...]
        guard let first = body.utf8.first, isDigit(first) || first == UInt8(ascii: "."),
            body.utf8.allSatisfy({ isDigit($0) || isNumberSign($0) || isLetter($0) })
        else { return nil }
        let digits = body.filter { $0 != "_" }
        let sign = isNegative ? "-" : ""
        if let (radix, rest) = radix(of: digits) {
            guard rest.first != "-", rest.first != "+" else { return nil }
            return Int(sign + rest, radix: radix).map { .int($0) }
        }
        if digits.utf8.allSatisfy(isDigit) {
            return Int(sign + digits).map { .int($0) } ?? Double(sign + digits).map { .double($0) }
        }
        return fraction(sign: sign, digits)
    }

    private static func radix(of digits: String) -> (Int, Substring)? {
        if digits.hasPrefix("0x") { return (16, digits.dropFirst(2)) }
        if digits.hasPrefix("0b") { return (2, digits.dropFirst(2)) }
        guard digits.count > 1, digits.first == "0", digits.utf8.allSatisfy(isDigit) else {
            return nil
        }
        return (8, digits.dropFirst())
    }

    /// A number with a point; an exponent counts only with its sign.
    private static func fraction(sign: String, _ digits: String) -> SourceNode.Value? {
        guard let point = digits.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        let exponent = digits.utf8.firstIndex { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
        if let exponent {
            let power = digits[exponent...].utf8.dropFirst()
            guard point < exponent,
                power.first == UInt8(ascii: "+") || power.first == UInt8(ascii: "-")
            else { return nil }
        }
        let mantissa = digits[..<(exponent ?? digits.endIndex)]
        guard mantissa.utf8.contains(where: isDigit),
            mantissa.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") })
        else { return nil }
        let padded = mantissa.hasPrefix(".") ? "0" + mantissa : String(mantissa)
        let whole = padded.hasSuffix(".") ? padded + "0" : padded
        let power = exponent.map { String(digits[$0...]) } ?? ""
        return Double(sign + whole + power).map { .double($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isNumberSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: "-")
    }
}
