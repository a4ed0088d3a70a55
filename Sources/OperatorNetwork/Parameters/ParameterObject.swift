/// An object of the layer above that a `Python` parameter holds; the network never looks into it.
///
/// A class, so that the values that are no objects, which are nearly all, stay small.
package nonisolated final class ParameterObject: Sendable {
    /// The object itself.
    package let content: any AnyObject & Sendable
    /// The object as text, for messages and files.
    package let text: String
    private let identity: UInt

    /// Wraps an object.
    ///
    /// - Parameters:
    ///   - content: The object.
    ///   - identity: Its address: values of one identity are equal.
    ///   - text: The object as text.
    package init(_ content: any AnyObject & Sendable, identity: UInt, text: String) {
        self.content = content
        self.identity = identity
        self.text = text
    }
}

nonisolated extension ParameterObject: Hashable {
    package static func == (one: ParameterObject, other: ParameterObject) -> Bool {
        one.identity == other.identity
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}
