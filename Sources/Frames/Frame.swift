/// One frame: where absolute time and the root timeline stand while it runs.
package nonisolated struct Frame: Sendable, Equatable {
    /// The frame's number since the start, dropped frames included: `absTime.frame`.
    ///
    /// It is 0 while a project loads, before the first frame, and 1 in the first frame.
    ///
    /// - Source: <https://docs.derivative.ca/AbsTime_Class>
    package var number = 0

    /// The time since the start, in frames of the loop's rate: `absTime.seconds`.
    ///
    /// - Units: seconds
    package var seconds = 0.0

    /// How far absolute time moved since the frame before: `absTime.step`.
    ///
    /// It is 1 as a rule, more after dropped frames, and 0 while the root timeline is paused.
    ///
    /// - Units: frames
    package var step = 0

    /// How far absolute time moved since the frame before: `absTime.stepSeconds`.
    ///
    /// - Units: seconds
    package var stepSeconds = 0.0

    /// The root timeline's frame, which wraps at the end of its range.
    package var timelineFrame = 1.0

    /// Frames that fell out just before this one because it came too late.
    ///
    /// Unlike `step` it counts while the root timeline is paused as well.
    package var dropped = 0

    /// Makes the frame that stands before the first one.
    package init() {}
}
