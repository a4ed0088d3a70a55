/// The time of a component: it plays, pauses, and moves through a range of frames.
///
/// - Source: <https://docs.derivative.ca/Time_COMP>, <https://docs.derivative.ca/TimeCOMP_Class>
package final class Timeline {
    /// What happens after the last frame of the range.
    package nonisolated enum RangeLimit: String, Sendable, CaseIterable {
        /// The range starts again.
        case loop
        /// The last frame stays.
        case hold
    }

    /// Whether the timeline moves; `isRunning` also asks the root.
    package var isPlaying = true
    /// Whether the timeline keeps moving while the root is paused.
    package var isIndependent = false
    /// The first frame of the whole timeline.
    package var start = 1.0
    /// The last frame of the whole timeline.
    package var end = 600.0
    /// The first frame of the range that plays.
    package var rangeStart = 1.0
    /// The last frame of the range that plays.
    package var rangeEnd = 600.0
    /// What happens after the last frame of the range.
    package var rangeLimit = RangeLimit.loop

    /// The timeline that stops this one when it is paused; none for the root itself.
    package internal(set) weak var root: Timeline?

    /// How far the timeline has moved in all, wraps and jumps apart; delayed runs count on it.
    ///
    /// - Units: frames of this timeline
    package var elapsedFrames: Double { elapsed.position }

    private var elapsed: Motion
    private var shown: Motion
    private var hasBegun = false

    // Positions are products of whole ticks, never sums of fractions: at 24 frames in 60 ticks the
    // sixtieth tick is exactly frame 24.
    private struct Motion {
        var origin: Double
        var ticks = 0
        var rate: Double
        var loopRate: Double

        var position: Double { origin + Double(ticks) * rate / loopRate }

        mutating func start(at position: Double) {
            origin = position
            ticks = 0
        }
    }

    /// Makes a playing timeline of frames 1 to 600 that loops.
    ///
    /// - Parameter rate: Its frames per second, bounded as `FrameSchedule.rates` says.
    package init(rate: Double = 60) {
        let rate = FrameSchedule(rate: rate).rate
        elapsed = Motion(origin: 0, rate: rate, loopRate: rate)
        shown = Motion(origin: 1, rate: rate, loopRate: rate)
    }

    /// The timeline's frames per second, bounded as `FrameSchedule.rates` says.
    package var rate: Double {
        get { elapsed.rate }
        set { setRates(FrameSchedule(rate: newValue).rate, loop: elapsed.loopRate) }
    }

    /// The frame the timeline shows; setting it jumps there and leaves delayed runs alone.
    package var frame: Double {
        get { shown.position }
        set {
            guard newValue.isFinite else { return }
            shown.start(at: max(-1e15, min(newValue, 1e15)))
        }
    }

    /// The shown frame as time, frame 1 being zero; setting it jumps there.
    ///
    /// - Units: seconds
    package var seconds: Double {
        get { (frame - 1) / rate }
        set { frame = newValue * rate + 1 }
    }

    /// Whether the timeline moves: it plays, and so does the root unless it is independent.
    package var isRunning: Bool {
        isPlaying && (isIndependent || root?.isPlaying != false)
    }

    /// Moves on by ticks of the loop, if the timeline is running.
    ///
    /// The first tick shows the frame on which the timeline stands, so that a range is played from
    /// its first frame.
    ///
    /// - Parameters:
    ///   - ticks: Frames of the loop, dropped ones included.
    ///   - loopRate: The loop's frames per second.
    func advance(ticks: Int, loopRate: Double) {
        guard isRunning, ticks > 0 else { return }
        if loopRate != elapsed.loopRate { setRates(rate, loop: loopRate) }
        elapsed.ticks &+= ticks
        shown.ticks &+= hasBegun ? ticks : ticks - 1
        hasBegun = true
        let frame = frame
        let kept = inRange(frame)
        if kept != frame { shown.start(at: kept) }
    }

    private func setRates(_ rate: Double, loop loopRate: Double) {
        elapsed = Motion(origin: elapsed.position, rate: rate, loopRate: loopRate)
        shown = Motion(origin: shown.position, rate: rate, loopRate: loopRate)
    }

    private func inRange(_ frame: Double) -> Double {
        guard rangeStart.isFinite, rangeEnd.isFinite, rangeEnd >= rangeStart else { return frame }
        switch rangeLimit {
        case .hold:
            return min(frame, rangeEnd)
        case .loop:
            let length = rangeEnd - rangeStart + 1
            guard frame >= rangeStart + length else { return frame }
            return rangeStart + (frame - rangeStart).truncatingRemainder(dividingBy: length)
        }
    }
}
