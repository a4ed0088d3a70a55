/// How long a call of `run()` is put off.
///
/// - Source: <https://docs.derivative.ca/Run_Command_Examples>
package nonisolated enum RunDelay: Sendable, Equatable {
    /// So many frames of the run's timeline; negative counts as zero, the next time runs are due.
    case frames(Int)
    /// So much time, rounded to the nearest frame of the run's timeline.
    case milliseconds(Double)
    /// So many frames of the run's timeline, as time that really passes, timelines paused or not.
    case wallFrames(Int)
    /// So much time that really passes, timelines paused or not.
    case wallMilliseconds(Double)
    /// Until the frame ends.
    case endOfFrame
}
