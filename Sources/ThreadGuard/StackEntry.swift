/// One Python call on a stack.
package struct StackEntry: Sendable, Hashable {
    /// The file, or the DAT's path where the code lies in a DAT.
    package let file: String
    /// The line that was running, counted from 1.
    package let line: Int
    /// The function that was running, `<module>` outside of any.
    package let function: String
    /// The text of the line, with its indentation; none if the source is not at hand.
    package let source: String?
    /// The characters of `source` that were running, counted from 0; none if unknown.
    package let columns: Range<Int>?

    /// Describes one call.
    ///
    /// - Parameters:
    ///   - file: The file or the DAT's path.
    ///   - line: The line, counted from 1.
    ///   - function: The function's name.
    ///   - source: The text of the line.
    ///   - columns: The running characters of the line, counted from 0.
    package init(
        file: String, line: Int, function: String, source: String? = nil,
        columns: Range<Int>? = nil
    ) {
        self.file = file
        self.line = line
        self.function = function
        self.source = source
        self.columns = columns
    }

    /// Where the call was, short enough to click: `scripts/fetch.py:14`.
    package var place: String { "\(file):\(line)" }
}
