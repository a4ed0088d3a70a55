/// A heading of a Markdown document.
package struct MarkdownHeading: Sendable, Equatable {
    /// 1 for the outermost, 6 for the innermost.
    package let level: Int
    /// The title as written, without its signs and the space around it.
    package let title: String
    /// The line it begins on.
    package let line: Int
}
