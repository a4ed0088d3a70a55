/// A TouchDesigner pattern: terms separated by spaces, each with wildcards, matched left to right.
///
/// `*` stands for any run of characters, `?` for one, `[abc]` for one of those listed, `[1-5]`,
/// `[1-9:2]` and `[2,5,9]` for whole numbers; a leading `^` takes matches away again. A pattern
/// whose first term takes away starts from everything.
///
/// - Source: <https://docs.derivative.ca/Pattern_Matching>
package nonisolated struct Pattern: Sendable {
    private let terms: [PatternTerm]
    private let isCaseSensitive: Bool

    /// Reads a pattern; a bracket that is never closed stands for itself.
    package init(_ text: String, caseSensitive: Bool = true) {
        let folded = caseSensitive ? text : text.lowercased()
        terms = folded.split(separator: " ").map { PatternTerm($0) }
        isCaseSensitive = caseSensitive
    }

    /// Whether the whole of `text` matches; an empty pattern matches nothing.
    package func matches(_ text: String) -> Bool {
        let folded = isCaseSensitive ? text : text.lowercased()
        var isMatch = terms.first?.isExclusion ?? false
        for term in terms where term.isExclusion == isMatch && term.matches(folded) {
            isMatch = !term.isExclusion
        }
        return isMatch
    }

    /// Whether `text` holds none of the characters that mean something in a pattern.
    package static func isPlain(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "^"),
                UInt8(ascii: " "):
                false
            default: true
            }
        }
    }
}
