/// Forbids `Int(x)` of a number where scripts, parameters and channels decide what the number is.
///
/// It ends the program for what is not finite or too large. A label says what happens then:
/// `Int(clamping:)` for numbers, `Int(bitPattern:)` for addresses, `Int(_:radix:)` for texts.
struct ClampingRule {
    /// Where numbers come from outside.
    static let folders = [
        "Sources/ExtensionHost", "Sources/OperatorNetwork/Channels",
        "Sources/OperatorNetwork/OperatorTypes", "Sources/OperatorNetwork/Values",
    ]

    let house: House

    /// Every conversion without a label.
    func offences() -> [Offence] {
        house.files(below: Self.folders, kinds: ["swift"]).flatMap { file in
            // The one initialiser that checks first.
            file.stem == "Int+Clamping"
                ? []
                : SourceText(file).numberedCode.filter { Self.isBare($0.code) }.map {
                    Offence(
                        file: file.path, line: $0.number,
                        sentence: "`Int(x)` ends the program for a number without a whole one; "
                            + "write `Int(clamping: x)`, or `Int(x, radix: 10)` for a text.")
                }
        }
    }

    /// Whether a line converts with no label; one that goes on in the next line begins with its label.
    private static func isBare(_ code: String) -> Bool {
        code.matches(of: /\bInt\((?!\w+:)/.wordBoundaryKind(.simple)).contains { match in
            !labels(code[match.range.upperBound...]).contains("radix")
        }
    }

    /// The labels of a call's arguments, from behind its opening bracket on.
    private static func labels(_ call: Substring) -> [Substring] {
        var depth = 1
        let inside = call.prefix { character in
            if "([{".contains(character) { depth += 1 }
            if ")]}".contains(character) { depth -= 1 }
            return depth > 0
        }
        return inside.matches(of: /(\w+):/).map(\.output.1)
    }
}
