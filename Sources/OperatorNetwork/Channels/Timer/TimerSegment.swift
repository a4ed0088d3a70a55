/// One timer of a Timer CHOP: the only one, or a row of its segments table.
///
/// - Units: seconds, where nothing else is said
package nonisolated struct TimerSegment: Equatable, Sendable {
    package var delay = 0.0
    package var length = 1.0
    /// Whether the timer starts again at its end.
    package var cycles = false
    /// How many times it runs through; `nil` without a limit.
    package var cycleLimit: Int?
    /// How long before the end of a cycle the alert comes.
    package var alert = 0.0
    /// The row of the segments table by its columns' names.
    package var columns: [String: String] = [:]

    package init() {}

    /// How long the segment takes; one cycle of it when there is no end.
    package var duration: Double {
        delay + length * Double(cycles ? max(cycleLimit ?? 1, 1) : 1)
    }

    /// Whether a cycle is the last one.
    func isLast(_ cycle: Int) -> Bool {
        guard cycles else { return true }
        return cycleLimit.map { cycle + 1 >= $0 } ?? false
    }
}
