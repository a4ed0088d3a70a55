/// The colour of an operator's node.
///
/// - Units: 0 to 1 each
package nonisolated struct OperatorColor: Hashable, Sendable {
    package var red: Double
    package var green: Double
    package var blue: Double

    package init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The grey of a node that nobody coloured.
    package static let standard = OperatorColor(red: 0.545, green: 0.545, blue: 0.545)
}
