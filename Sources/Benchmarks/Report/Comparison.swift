/// One thing that was measured, ours beside the C extension and the pure-Python mock.
///
/// - Units: nanoseconds an operation
nonisolated struct Comparison: Codable, Sendable {
    let name: String
    let ours: Spread?
    let rival: Spread?
    let mock: Spread?
    /// Samples of the whole run that were thrown away because the machine was disturbed.
    let rejected: Int

    /// Our time in units of the C extension's; below 1 is faster.
    var timesC: Double? { ratio(ours, rival) }

    /// How many times faster than the mock.
    var fasterThanMock: Double? { ratio(mock, ours) }

    private func ratio(_ one: Spread?, _ other: Spread?) -> Double? {
        guard let one, let other, other.median > 0 else { return nil }
        return one.median / other.median
    }
}
