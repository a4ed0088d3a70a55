/// An expression that the main thread evaluates between two frames.
package struct Call: Sendable, Codable, Equatable {
    /// How many frames have run before.
    package let frame: Int
    /// The Python expression; `me` is the COMP at `/project1`.
    package let expression: String

    /// Describes a call.
    package init(frame: Int, expression: String) {
        self.frame = frame
        self.expression = expression
    }
}
