/// What the field `file` names: a file, and perhaps a heading and the number of a block under it.
struct BlockReference: Equatable {
    /// The file's path.
    let file: String
    /// The heading; nil for the whole file.
    let heading: String?
    /// Which block under the heading, counted from 1; nil when the heading is to decide.
    let number: Int?

    /// Takes `document.md`, `document.md#Heading` or `document.md#Heading/2` apart.
    ///
    /// - Throws: `ProjectError` when no file or no heading is named.
    init(_ text: String, place: SourcePlace) throws(ProjectError) {
        guard let sign = text.firstIndex(of: "#") else {
            file = text
            heading = nil
            number = nil
            guard !text.isEmpty else { throw Self.incomplete(text, place) }
            return
        }
        file = String(text[..<sign])
        let title = text[text.index(after: sign)...]
        guard !file.isEmpty, !title.isEmpty else { throw Self.incomplete(text, place) }
        if let slash = title.lastIndex(of: "/"),
            let number = Int(title[title.index(after: slash)...]), number > 0
        {
            heading = String(title[..<slash])
            self.number = number
        } else {
            heading = String(title)
            number = nil
        }
    }

    private static func incomplete(_ text: String, _ place: SourcePlace) -> ProjectError {
        ProjectError(
            file: place.file, line: place.line,
            reason: "The field 'file' with '\(text)' does not name both a file and a heading.",
            suggestion: "Write it like document.md#Heading or script.py.")
    }
}
