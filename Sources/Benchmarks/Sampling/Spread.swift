/// Where the middle of many samples lies, and how far they spread.
nonisolated struct Spread: Codable, Sendable {
    /// The sample in the middle.
    let median: Double
    /// A tenth of the samples lie below.
    let p10: Double
    /// A tenth of the samples lie above.
    let p90: Double
    /// How many samples were kept.
    let count: Int

    /// Sums up samples.
    ///
    /// - Parameters:
    ///   - samples: At least one.
    ///   - baseline: What each sample contains that is not to count, such as an empty loop.
    init?(_ samples: [Double], minus baseline: Double = 0) {
        guard !samples.isEmpty else { return nil }
        let sorted = samples.sorted()
        func at(_ share: Double) -> Double {
            sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] - baseline
        }
        (median, p10, p90, count) = (at(0.5), at(0.1), at(0.9), sorted.count)
    }
}
