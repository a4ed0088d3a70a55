/// A Markdown document: its headings, its prose and its fenced code blocks, with their lines.
///
/// - Source: <https://spec.commonmark.org/0.31.2>
package struct MarkdownDocument: Sendable {
    /// The file as messages show it.
    package let file: String
    /// Everything in the order of the page.
    package let elements: [MarkdownElement]
    /// The headings in order.
    package let headings: [MarkdownHeading]
    /// The fenced code blocks in order.
    package let blocks: [MarkdownBlock]

    /// Reads the document at a path.
    ///
    /// - Parameter path: Absolute, or relative to the working directory.
    /// - Throws: `ProjectError`: unreadable, not UTF-8, or a code block that never ends.
    package init(_ path: String) throws(ProjectError) {
        try self.init(SourceFile(path))
    }

    /// Reads a document whose text is at hand.
    ///
    /// - Throws: `ProjectError` for a code block that never ends.
    init(_ source: SourceFile) throws(ProjectError) {
        var scanner = MarkdownScanner(source)
        elements = try scanner.scan()
        file = source.file
        headings = elements.compactMap {
            if case .heading(let heading) = $0 { heading } else { nil }
        }
        blocks = elements.compactMap { if case .block(let block) = $0 { block } else { nil } }
    }

    /// The title of the heading nearest above a block; nil for a block above all headings.
    package func title(above block: MarkdownBlock) -> String? {
        block.headingIndex.map { headings[$0].title }
    }

    /// Finds the block that a reference names.
    ///
    /// The blocks of a heading's inner headings count too. Python blocks are meant where there are
    /// any, otherwise all blocks.
    ///
    /// - Parameters:
    ///   - title: The heading's title; letter case and the form of links to headings are forgiven.
    ///   - number: Which of the blocks, counted from 1; the first when left out.
    ///   - place: Where the reference stands.
    /// - Returns: The block.
    /// - Throws: `ProjectError`: no such heading, or no such block under it.
    package func block(
        under title: String, number: Int?, askedFrom place: SourcePlace
    ) throws(ProjectError) -> MarkdownBlock {
        // A title may itself end like a number of a block.
        if let number, let index = index(ofHeading: "\(title)/\(number)") {
            return try block(1, underHeadingAt: index, askedFrom: place)
        }
        guard let index = index(ofHeading: title) else {
            let known = headings.prefix(12).map { "'\($0.title)'" }.joined(separator: ", ")
            throw ProjectError(
                file: place.file, line: place.line,
                reason: "The document \(file) has no heading '\(title)'.",
                suggestion: known.isEmpty
                    ? "It has no headings at all." : "Its headings are \(known).")
        }
        return try block(number ?? 1, underHeadingAt: index, askedFrom: place)
    }

    private func block(
        _ number: Int, underHeadingAt index: Int, askedFrom place: SourcePlace
    ) throws(ProjectError) -> MarkdownBlock {
        let level = headings[index].level
        let rest = headings[(index + 1)...]
        let end = rest.firstIndex { $0.level <= level } ?? headings.count
        let under = blocks.filter { block in
            block.headingIndex.map { (index..<end).contains($0) } ?? false
        }
        let python = under.filter(\.isPython)
        let meant = python.isEmpty ? under : python
        guard meant.indices.contains(number - 1) else {
            let count = meant.count == 1 ? "one code block" : "\(meant.count) code blocks"
            throw ProjectError(
                file: place.file, line: place.line,
                reason: "Block \(number) under the heading '\(headings[index].title)' of \(file) "
                    + "is asked for, but there \(meant.count == 1 ? "is" : "are") \(count).",
                suggestion: "Add a fenced block there, or name another heading or number.")
        }
        return meant[number - 1]
    }

    private func index(ofHeading title: String) -> Int? {
        headings.firstIndex { $0.title == title }
            ?? headings.firstIndex { $0.title.lowercased() == title.lowercased() }
            ?? headings.firstIndex { Self.anchor(of: $0.title) == title.lowercased() }
    }

    /// The form a title takes in links: lower case, hyphens for spaces, no other signs.
    private static func anchor(of title: String) -> String {
        var anchor = ""
        for character in title.lowercased() {
            if character == " " { anchor.append("-") }
            if character.isLetter || character.isNumber || character == "-" || character == "_" {
                anchor.append(character)
            }
        }
        return anchor
    }
}
