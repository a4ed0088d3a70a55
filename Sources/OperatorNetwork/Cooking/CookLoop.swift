/// An output or a value depends on itself.
///
/// - Source: <https://docs.derivative.ca/Cook>
package nonisolated struct CookLoop: Error, CustomStringConvertible {
    /// TouchDesigner's text.
    package static let message = "Cook dependency loop detected"

    /// What was asked for while it was being made.
    package let path: String

    package init(path: String) {
        self.path = path
    }

    package var description: String { "\(Self.message): \(path) depends on itself." }
}
