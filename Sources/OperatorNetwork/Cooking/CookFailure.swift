/// Why an operator has no output, as its `errors()` tell it.
package nonisolated struct CookFailure: Error, CustomStringConvertible {
    /// What is wrong and what to do.
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
