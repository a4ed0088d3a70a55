/// The moments at which evenly spaced ticks are due, counted from one fixed point.
///
/// Every moment is computed from the fixed point and never from the moment before: nothing drifts.
package nonisolated struct FrameSchedule: Sendable, Equatable {
    /// The rates a schedule can keep; others are moved to the nearer bound.
    ///
    /// - Units: ticks per second
    package static let rates: ClosedRange<Double> = 0.001...1_000_000

    /// How many ticks fall into a second.
    ///
    /// - Units: ticks per second
    package private(set) var rate: Double

    private var originTick: Int
    private var originTime: Double

    /// Fixes one tick in time.
    ///
    /// - Parameters:
    ///   - tick: The number of that tick.
    ///   - time: When it is due, in seconds.
    ///   - rate: Ticks per second.
    package init(tick: Int = 0, at time: Double = 0, rate: Double) {
        originTick = tick
        originTime = time.isFinite ? time : 0
        self.rate = Self.allowed(rate)
    }

    /// The time from one tick to the next.
    ///
    /// - Units: seconds
    package var period: Double { 1 / rate }

    /// When a tick is due.
    ///
    /// - Parameter tick: The number of the tick.
    /// - Returns: Its moment on the clock of the schedule.
    /// - Units: seconds
    package func time(of tick: Int) -> Double {
        originTime + Double(tick &- originTick) / rate
    }

    /// The latest tick that is due at a moment.
    ///
    /// - Parameter time: The moment, in seconds.
    /// - Returns: The number of the tick; ticks out of the range of `Int` give its bounds.
    package func tick(at time: Double) -> Int {
        let ticks = ((time - originTime) * rate).rounded(.down)
        guard !ticks.isNaN else { return originTick }
        let bounded = Int(max(-9e18, min(ticks, 9e18)))
        let (tick, overflow) = originTick.addingReportingOverflow(bounded)
        return overflow ? (bounded < 0 ? Int.min : Int.max) : tick
    }

    /// Fixes another tick; those after it follow from there.
    ///
    /// - Parameters:
    ///   - tick: The number of the tick.
    ///   - time: When it is due, in seconds.
    package mutating func fix(tick: Int, at time: Double) {
        self = FrameSchedule(tick: tick, at: time, rate: rate)
    }

    /// Changes the pace after a tick and leaves that tick and those before it where they are.
    ///
    /// - Parameters:
    ///   - rate: The new ticks per second.
    ///   - tick: The last tick at the old rate.
    package mutating func changeRate(to rate: Double, after tick: Int) {
        self = FrameSchedule(tick: tick, at: time(of: tick), rate: rate)
    }

    private static func allowed(_ rate: Double) -> Double {
        guard !rate.isNaN else { return 60 }
        return min(max(rate, rates.lowerBound), rates.upperBound)
    }
}
