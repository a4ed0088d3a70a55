/// How long a learner waits from saving an answer to its verdict on the screen.
///
/// - Units: milliseconds
nonisolated struct VerdictTiming: Codable, Sendable {
    /// What is judged.
    let name: String
    let median: Double
    /// A twentieth of the verdicts take longer.
    let p95: Double
    /// How many answers were saved.
    let count: Int

    /// Sums up samples.
    init(_ name: String, _ samples: [Double]) {
        let sorted = samples.sorted()
        func at(_ share: Double) -> Double {
            sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
        }
        self.name = name
        (median, p95, count) = (at(0.5), at(0.95), sorted.count)
    }
}
