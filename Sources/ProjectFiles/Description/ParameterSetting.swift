package import OperatorNetwork

/// What a file asks of one parameter: a constant, an expression or a bind.
package enum ParameterSetting: Sendable, Equatable {
    /// The value itself.
    case constant(PlainValue)
    /// A Python expression, without the leading `=` of the shorthand.
    case expression(String)
    /// A bind expression, without the leading `~` of the shorthand.
    case bind(String)

    /// Reads the shorthand of a text value: `=` expression, `~` bind, doubled to escape.
    ///
    /// A lone sign names nothing to evaluate and stays a constant.
    ///
    /// - Parameter shorthand: The text as the file has it.
    /// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#escaping>
    package init(shorthand: String) {
        let rest = shorthand.dropFirst()
        switch (shorthand.utf8.first, rest.utf8.first) {
        case (UInt8(ascii: "="), .some(UInt8(ascii: "="))),
            (UInt8(ascii: "~"), .some(UInt8(ascii: "~"))):
            self = .constant(.string(String(rest)))
        case (UInt8(ascii: "="), .some): self = .expression(String(rest))
        case (UInt8(ascii: "~"), .some): self = .bind(String(rest))
        default: self = .constant(.string(shorthand))
        }
    }
}
