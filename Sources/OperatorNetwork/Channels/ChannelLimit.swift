/// How many samples a channel may have, so that a typing error costs a message and not the memory.
nonisolated enum ChannelLimit {
    static let samples = 50_000_000.0
    static let channels = 100_000

    /// A number of samples, 1 or more.
    ///
    /// - Throws: `CookFailure` past the limit, and for what is not a number.
    static func checked(_ count: Double) throws(CookFailure) -> Int {
        guard count <= samples else {
            throw CookFailure(
                "\(count) samples are asked for, and \(Int(clamping: samples)) are the most.")
        }
        return max(1, Int(clamping: count))
    }
}
