/// Where a value of YAML stands in its text, so that the text can be written again around it.
struct SourceSpan {
    /// How many characters stand before it on its first line; in a block, before each of its parts.
    let column: Int
    /// The line after its last one, counted from 1.
    let endLine: Int
    /// Whether its parts stand on lines of their own; a scalar's lines are its own when it is long.
    let isBlock: Bool
}
