/// `--call`: an expression and the frame before which it is evaluated.
struct ScheduledCall {
    /// How many frames have run before.
    let frame: Int
    /// The Python expression.
    let expression: String

    /// Reads `EXPR` or `FRAME:EXPR`.
    ///
    /// - Parameter text: The option's value.
    /// - Throws: `CommandFailure` when nothing is to be called.
    init(_ text: String) throws {
        if let colon = text.firstIndex(of: ":"),
            let frame = Int(text[..<colon].filter { $0 != " " }), frame >= 0
        {
            self.frame = frame
            expression = String(text[text.index(after: colon)...])
        } else {
            frame = 0
            expression = text
        }
        guard expression.contains(where: { $0 != " " }) else {
            throw CommandFailure(
                message: "--call needs an expression, or FRAME:EXPRESSION, not '\(text)'.",
                code: .misuse)
        }
    }
}
