/// Why a COMP could not be written to a file or read from one.
package nonisolated struct ProjectStoreError: Error, CustomStringConvertible {
    /// The file, what was tried, why it failed and what to do instead.
    package let description: String

    /// States what went wrong, in full sentences.
    package init(description: String) {
        self.description = description
    }
}
