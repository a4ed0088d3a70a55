/// Why a CHOP can't make its channels.
package nonisolated struct ChannelError: Error, CustomStringConvertible {
    /// What is wrong and what to do.
    package let description: String

    init(_ description: String) { self.description = description }
}
