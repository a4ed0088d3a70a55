/// What happened in a timer, in order; each has a callback.
///
/// - Source: <https://docs.derivative.ca/Timer_CHOP>
package nonisolated enum TimerEvent: Equatable, Sendable {
    case initialize(callCount: Int)
    case ready
    case start
    /// The counting of a segment began, after its delay.
    case timerPulse(segment: Int)
    case active(segment: Int, cycle: Int, fraction: Double)
    case segmentEnter(segment: Int, interrupt: Bool)
    case segmentExit(segment: Int, interrupt: Bool)
    case cycleStart(segment: Int, cycle: Int)
    case cycleEndAlert(
        segment: Int, cycle: Int, alertSegment: Bool, alertDone: Bool, interrupt: Bool)
    case cycle(segment: Int, cycle: Int)
    case done(segment: Int, interrupt: Bool)
}
