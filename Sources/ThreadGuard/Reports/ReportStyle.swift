/// Whether a report is plain text or coloured for a terminal.
package enum ReportStyle: Sendable {
    /// Text alone.
    case plain
    /// Text with ANSI colours.
    case ansi

    /// What a part of the text is, and thus how it is coloured.
    enum Part: String {
        case fault = "1;31"
        case advice = "1;33"
        case frame = "1;34"
        case removed = "31"
        case added = "32"
        case help = "1;36"
    }

    /// Marks a part of a report.
    ///
    /// - Parameters:
    ///   - text: The part's text, without line breaks.
    ///   - part: What it is.
    /// - Returns: The text, in colour if the style has any.
    func mark(_ text: String, as part: Part) -> String {
        self == .ansi ? "\u{1b}[\(part.rawValue)m\(text)\u{1b}[0m" : text
    }
}
