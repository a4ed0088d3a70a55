/// The time as a cook sees it.
package nonisolated struct CookTime: Equatable, Sendable {
    /// `absTime.frame`: frames since the start.
    package var absoluteFrame = 0
    /// `absTime.seconds`.
    package var absoluteSeconds = 0.0
    /// Frames since the frame before: 1 as a rule, more after drops, 0 while paused.
    package var step = 0
    /// The frame of the timeline that governs the operator.
    package var frame = 1.0
    /// - Units: frames per second
    package var rate = 60.0
    package var isPlaying = true

    package init() {}

    /// The timeline's time, frame 1 being zero.
    package var seconds: Double { (frame - 1) / rate }
}

/// Tells cooks the time.
///
/// - Thread: main
package protocol CookClock: AnyObject {
    /// The time that governs an operator.
    func time(of node: Operator) -> CookTime
    /// How far the frame that runs has come.
    ///
    /// - Units: seconds
    var sinceFrameStart: Double { get }
}
