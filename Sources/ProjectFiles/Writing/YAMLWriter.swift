internal import OperatorNetwork

/// Writes a document as YAML; what is kept is copied from the text that it stands in.
///
/// The style is PyYAML's as Embody uses it: blocks, short vectors of numbers on one line, texts of
/// several lines as such.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#compact-formatting>
struct YAMLWriter {
    private let lines: [Substring]
    private var output = ""

    /// Writes a document.
    ///
    /// - Parameters:
    ///   - draft: The document, a mapping.
    ///   - source: The text that kept values stand in; nil when all are new.
    /// - Returns: The text, which reads back as the draft.
    static func text(of draft: Draft, in source: SourceFile? = nil) -> String {
        if let source, draft.origin?.span?.isBlock ?? false {
            var writer = YAMLWriter(copying: source)
            writer.document(draft)
            // Aliases, merged keys and other rarities stand on lines of their own in no simple way.
            if DraftCheck.reads(writer.output, as: draft) { return writer.output }
        }
        var writer = YAMLWriter(copying: nil)
        writer.document(draft)
        return writer.output
    }

    private init(copying source: SourceFile?) {
        lines = source?.text.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    }

    private mutating func document(_ draft: Draft) {
        if YAMLStyle.isInline(draft) { return line(YAMLStyle.flow(draft)) }
        entries(of: draft, column: 0, lead: "", contentStart: 1)
        guard !lines.isEmpty, let origin = draft.origin,
            let last = Self.children(of: origin).last
        else { return }
        // Comments and marks after the last value; the last newline ends a line and begins none.
        let end = lines.last?.isEmpty ?? false ? lines.count : lines.count + 1
        copy(last.endLine, upTo: end)
    }

    /// Writes the entries of a block mapping.
    ///
    /// - Parameters:
    ///   - draft: The mapping.
    ///   - column: Where its keys stand.
    ///   - lead: What stands before the first key on its line.
    ///   - contentStart: The line of the text where comments before the first entry may begin.
    private mutating func entries(
        of draft: Draft, column: Int, lead: String, contentStart: Int?
    ) {
        let origin = isCopied(draft.origin, at: column) ? draft.origin : nil
        let starts = leadingLines(of: origin, contentStart: contentStart)
        for (index, entry) in draft.entries.enumerated() {
            let lead = index == 0 ? lead : spaces(column)
            guard origin != nil, let old = entry.origin, let start = starts[old.place.line] else {
                write(entry, column: column, lead: lead, isInPlace: false)
                continue
            }
            if index > 0 || contentStart != nil { copy(start, upTo: old.place.line) }
            if case .kept(let node) = entry.value, let end = node.span?.endLine {
                copy(old.place.line, upTo: max(end, old.place.line + 1), lead: lead)
            } else {
                write(entry, column: column, lead: lead, isInPlace: true)
            }
        }
    }

    private mutating func write(
        _ entry: DraftEntry, column: Int, lead: String, isInPlace: Bool
    ) {
        let key = lead + YAMLText.line(entry.key, isFlow: false) + ":"
        if let (sign, lines) = YAMLStyle.blockText(entry.value) {
            line(key + " " + sign)
            return texts(lines, column: column + 2)
        }
        if YAMLStyle.isInline(entry.value) { return line(key + " " + YAMLStyle.flow(entry.value)) }
        let origin = isInPlace ? entry.value.origin : nil
        if let old = entry.origin, let origin, origin.place.line > old.place.line {
            copy(old.place.line, upTo: old.place.line + 1, lead: lead)
            block(
                entry.value, column: origin.span?.column ?? column + 2,
                contentStart: old.place.line + 1)
        } else {
            line(key)
            block(
                entry.value, column: YAMLStyle.isList(entry.value) ? column : column + 2,
                contentStart: nil)
        }
    }

    private mutating func block(_ draft: Draft, column: Int, contentStart: Int?) {
        if YAMLStyle.isList(draft) {
            elements(of: draft, column: column, lead: spaces(column), contentStart: contentStart)
        } else {
            entries(of: draft, column: column, lead: spaces(column), contentStart: contentStart)
        }
    }

    /// Writes the elements of a block list; the parameters are those of `entries`.
    private mutating func elements(
        of draft: Draft, column: Int, lead: String, contentStart: Int?
    ) {
        let origin = isCopied(draft.origin, at: column) ? draft.origin : nil
        let starts = leadingLines(of: origin, contentStart: contentStart)
        for (index, element) in draft.elements.enumerated() {
            let lead = (index == 0 ? lead : spaces(column)) + "- "
            if origin != nil, let old = element.origin, let start = starts[old.place.line] {
                if index > 0 || contentStart != nil { copy(start, upTo: old.place.line) }
                if case .kept(let node) = element, let span = node.span, span.column == lead.count {
                    copy(old.place.line, upTo: span.endLine, lead: lead)
                    continue
                }
            }
            item(element, column: column, lead: lead)
        }
    }

    private mutating func item(_ element: Draft, column: Int, lead: String) {
        if let (sign, lines) = YAMLStyle.blockText(element) {
            line(lead + sign)
            texts(lines, column: column + 2)
        } else if YAMLStyle.isInline(element) {
            line(lead + YAMLStyle.flow(element))
        } else if YAMLStyle.isList(element) {
            elements(of: element, column: lead.count, lead: lead, contentStart: nil)
        } else {
            entries(of: element, column: lead.count, lead: lead, contentStart: nil)
        }
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    private mutating func line(_ text: String) { output += text + "\n" }

    private mutating func texts(_ lines: [Substring], column: Int) {
        for text in lines { line(text.isEmpty ? "" : spaces(column) + text) }
    }

    /// Copies lines of the text; what stands before the value on the first one is given.
    private mutating func copy(_ first: Int, upTo end: Int, lead: String? = nil) {
        for number in first..<max(first, end) where lines.indices.contains(number - 1) {
            let text = lines[number - 1]
            if let lead, number == first {
                line(lead + String(Substring(text.utf8.dropFirst(lead.utf8.count))))
            } else {
                line(String(text))
            }
        }
    }

    private func isCopied(_ node: SourceNode?, at column: Int) -> Bool {
        guard !lines.isEmpty, let span = node?.span else { return false }
        return span.isBlock && span.column == column
    }

    /// For each part, by its own first line, the line where the comments before it begin.
    private func leadingLines(of node: SourceNode?, contentStart: Int?) -> [Int: Int] {
        guard let node else { return [:] }
        var starts: [Int: Int] = [:]
        var start = contentStart
        for (line, endLine) in Self.children(of: node) {
            starts[line] = min(start ?? line, line)
            start = endLine
        }
        return starts
    }

    private static func children(of node: SourceNode) -> [(line: Int, endLine: Int)] {
        switch node.value {
        case .mapping(let entries):
            entries.map { entry in
                let line = entry.place.line
                return (line, max(entry.value.span?.endLine ?? 0, line + 1))
            }
        case .list(let elements):
            elements.map { ($0.place.line, $0.span?.endLine ?? $0.place.line + 1) }
        default: []
        }
    }
}
