internal import OperatorNetwork

/// Values of parameters and vectors as a file has them.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#value-serialization>
enum TDNValue {
    /// What is asked of a parameter, in the shorthand `=` for expressions and `~` for binds.
    static func draft(_ setting: ParameterSetting) -> Draft {
        switch setting {
        case .expression(let text): .scalar(.string("=" + text))
        case .bind(let text): .scalar(.string("~" + text))
        case .constant(.string(let text)): .scalar(.string(escaped(text)))
        case .constant(.double(let number)): .scalar(.double(rounded(number)))
        case .constant(let value): Draft(value)
        }
    }

    /// A list of texts; nil for none.
    static func texts(_ texts: [String]) -> Draft? {
        texts.isEmpty ? nil : .list(texts.map { .scalar(.string($0)) })
    }

    /// A position, size or colour, so many digits after the point; nil for none.
    static func vector(_ numbers: [Double]?, digits: Double = 1e4) -> Draft? {
        numbers.map { numbers in
            .list(numbers.map { .scalar(.double(($0 * digits).rounded() / digits)) })
        }
    }

    /// The sources of inputs: names, and null for gaps; nil for none.
    static func sources(_ sources: [String?]) -> Draft? {
        sources.isEmpty
            ? nil : .list(sources.map { $0.map { .scalar(.string($0)) } ?? .scalar(.null) })
    }

    /// The flags; nil for none.
    static func flags(_ flags: [FlagSetting]) -> Draft? {
        texts(flags.map { $0.isOn ? $0.name : "-" + $0.name })
    }

    /// Ten digits after the point: further ones are noise of the computation.
    private static func rounded(_ number: Double) -> Double {
        guard number.isFinite, abs(number) < 1e5 else { return number }
        let rounded = (number * 1e10).rounded() / 1e10
        return rounded == 0 && number != 0 ? number : rounded
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.count > 1, let first = text.utf8.first,
            first == UInt8(ascii: "=") || first == UInt8(ascii: "~")
        else { return text }
        return String(decoding: [first], as: UTF8.self) + text
    }
}
