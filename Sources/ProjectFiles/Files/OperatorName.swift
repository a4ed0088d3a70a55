/// What may be an operator's name, and how other text is made one.
///
/// - Source: <https://docs.derivative.ca/Tdu_Module>
package enum OperatorName {
    /// Tells whether text can be a name: letters, digits and underscores of ASCII, not empty.
    package static func isValid(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy(isLegal)
    }

    /// Makes a name of any text: what is illegal becomes an underscore, but none at either end.
    ///
    /// - Parameters:
    ///   - text: A heading or a file's name.
    ///   - fallback: The name when nothing legal is in the text.
    /// - Returns: The name.
    package static func valid(from text: String, fallback: String) -> String {
        let scalars = text.unicodeScalars
        let legal = { (scalar: Unicode.Scalar) in scalar.isASCII && isLegal(UInt8(scalar.value)) }
        guard let first = scalars.firstIndex(where: legal),
            let last = scalars.lastIndex(where: legal)
        else { return fallback }
        var name = ""
        for scalar in scalars[first...last] {
            name.unicodeScalars.append(legal(scalar) ? scalar : "_")
        }
        return name
    }

    private static func isLegal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
