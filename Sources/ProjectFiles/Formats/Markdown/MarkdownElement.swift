/// One part of a Markdown document, in the order of the page.
package enum MarkdownElement: Sendable, Equatable {
    case heading(MarkdownHeading)
    /// Text between headings and blocks, and the line it begins on.
    case prose(String, line: Int)
    case block(MarkdownBlock)
}
