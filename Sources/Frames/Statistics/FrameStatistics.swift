/// What a loop has measured so far, in fixed memory.
package nonisolated struct FrameStatistics: Sendable {
    /// Frames that ran.
    package var framesRun = 0
    /// Frames that fell out because the one before took too long.
    package var framesDropped = 0
    /// How late each frame started, measured from the moment the next frame was due.
    package var lateness = DurationHistogram()
    /// How long the phases of each frame took, in real time even on a virtual clock.
    package var duration = DurationHistogram()

    /// Makes statistics of a loop that has not run.
    package init() {}
}
