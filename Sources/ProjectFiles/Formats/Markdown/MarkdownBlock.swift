/// A fenced code block of a Markdown document.
package struct MarkdownBlock: Sendable, Equatable {
    /// What follows the opening fence, without the space around it.
    package let info: String
    /// The bytes between the fences' lines, less the fence's own indentation.
    package let text: String
    /// The first line of the text.
    package let place: SourcePlace
    /// The nearest heading above, by its place among the headings.
    package let headingIndex: Int?

    /// The first word after the fence, in lower case.
    package var language: String {
        (words.first ?? "").lowercased()
    }

    /// Whether the language is Python under one of its usual names.
    package var isPython: Bool {
        ["python", "py", "python3"].contains(language)
    }

    /// The value of a `name=value` word after the language.
    package func attribute(_ name: String) -> String? {
        words.dropFirst().first { $0.hasPrefix(name + "=") }
            .map { String($0.dropFirst(name.count + 1)) }
    }

    private var words: [Substring] {
        info.split { $0 == " " || $0 == "\t" }
    }
}
