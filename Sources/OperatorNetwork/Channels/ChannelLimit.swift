/// How many samples a channel may have, so that a typing error costs a message and not the memory.
nonisolated enum ChannelLimit {
    static let samples = 50_000_000.0
    static let channels = 100_000

    /// A number of samples, 1 or more.
    ///
    /// - Throws: `ChannelError` past the limit.
    static func checked(_ count: Double) throws(ChannelError) -> Int {
        guard count.isFinite, count <= samples else {
            throw ChannelError("\(count) samples are asked for, and \(samples) are the most.")
        }
        return max(1, Int(count))
    }
}
