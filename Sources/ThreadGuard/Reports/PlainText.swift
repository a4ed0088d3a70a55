/// Text from a project made fit for one line of a terminal.
package enum PlainText {
    /// Shows tabs as four spaces and control characters as question marks.
    ///
    /// A thread's name or a source line may hold anything, also what moves a terminal's cursor.
    ///
    /// - Parameters:
    ///   - text: Any text.
    ///   - limit: How many characters are kept; an ellipsis stands for the rest.
    /// - Returns: One line.
    package static func oneLine(_ text: String, limit: Int = 400) -> String {
        var line = ""
        var length = 0
        for character in text {
            guard length < limit else { return line + "…" }
            line += shown(character)
            length += width(character)
        }
        return line
    }

    /// How many columns a character takes once shown.
    ///
    /// - Parameter character: A character of the text.
    /// - Returns: Four for a tab, one for any other.
    static func width(_ character: Character) -> Int { character == "\t" ? 4 : 1 }

    private static func shown(_ character: Character) -> String {
        if character == "\t" { return "    " }
        let isControl = character.unicodeScalars.contains {
            $0.value < 0x20 || (0x7f...0x9f).contains($0.value)
                || (0x200e...0x200f).contains($0.value) || (0x2028...0x202e).contains($0.value)
                || (0x2066...0x2069).contains($0.value)
        }
        return isControl ? "?" : String(character)
    }
}
