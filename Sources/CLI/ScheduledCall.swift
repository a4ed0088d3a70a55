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
        let parts = text.split(separator: ":", maxSplits: 1)
        if parts.count == 2, let frame = Int(parts[0].filter { $0 != " " }), frame >= 0 {
            self.frame = frame
            expression = String(parts[1])
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
