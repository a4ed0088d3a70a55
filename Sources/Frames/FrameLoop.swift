/// Runs the phases of a frame, frame after frame, each at its own moment on the clock.
///
/// - Thread: main
package final class FrameLoop {
    /// The time by which frames are paced.
    package let clock: any FrameClock
    /// The root timeline; absolute time stands still while it is paused.
    package let timeline: Timeline
    /// Who is told of the phases and the waits.
    package weak var observer: (any FrameObserver)?

    /// Whether late frames are dropped to keep pace; otherwise every frame is run, however late.
    ///
    /// - Source: <https://docs.derivative.ca/Project_Class>
    package var isRealTime = true

    /// How long at most before a frame's moment the observer hears `didWait`, so that it can take the GIL.
    ///
    /// It is less where that suffices, and never more than half of the time between two frames.
    ///
    /// - Units: seconds
    package var leadTime: Double {
        get { lead.most }
        set { lead = FrameLead(most: newValue) }
    }

    /// The frame that runs, or the last one that ran; number 0 before the first.
    package private(set) var frame = Frame()
    /// The phase that runs; none between frames.
    package private(set) var phase: FramePhase?
    /// What was measured so far.
    package private(set) var statistics = FrameStatistics()

    private let runs: any FrameRuns
    private var lead = FrameLead(most: 0)
    private var others: [Timeline] = []
    private var tick = 0
    private var ticks: FrameSchedule
    private var absoluteTime: FrameSchedule
    private var isBusy = false
    private var isStopping = false
    private var wasPlaying: Bool

    /// Makes a loop that has run no frame.
    ///
    /// - Parameters:
    ///   - rate: Frames per second, bounded as `FrameSchedule.rates` says.
    ///   - clock: The time by which frames are paced.
    ///   - timeline: The root timeline.
    ///   - runs: The delayed calls, called in their phases.
    package init(rate: Double, clock: any FrameClock, timeline: Timeline, runs: any FrameRuns) {
        self.clock = clock
        self.timeline = timeline
        self.runs = runs
        ticks = FrameSchedule(rate: rate)
        absoluteTime = FrameSchedule(rate: rate)
        wasPlaying = timeline.isPlaying
        frame.timelineFrame = timeline.frame
    }

    /// Frames per second; a change counts from the frame that ran last.
    package var rate: Double {
        get { ticks.rate }
        set {
            ticks.changeRate(to: newValue, after: tick)
            absoluteTime.changeRate(to: newValue, after: frame.number)
        }
    }

    /// Lets a component's own timeline move with the loop.
    ///
    /// - Parameter timeline: A timeline that stops with the root unless it is independent.
    package func attach(_ timeline: Timeline) {
        guard timeline !== self.timeline, !others.contains(where: { $0 === timeline }) else {
            return
        }
        timeline.root = self.timeline
        others.append(timeline)
    }

    /// Lets a timeline go; it no longer moves.
    ///
    /// - Parameter timeline: A timeline that was attached.
    package func detach(_ timeline: Timeline) {
        others.removeAll { $0 === timeline }
    }

    /// Pauses the root timeline; frames go on, absolute time does not.
    package func pause() { timeline.isPlaying = false }

    /// Plays the root timeline.
    package func play() { timeline.isPlaying = true }

    /// Ends `run(while:)` after the frame that runs.
    package func stop() { isStopping = true }

    /// Runs frames until the condition fails, `stop()` is called or the clock is interrupted.
    ///
    /// - Parameter condition: Asked before each frame with the frame before it.
    package func run(while condition: (Frame) -> Bool) {
        // Cleared afterwards: a stop asked for while the project loads must hold.
        defer { isStopping = false }
        while !isStopping, condition(frame), advance() != nil {}
    }

    /// Waits for the next frame's moment and runs exactly that frame.
    ///
    /// - Returns: The frame; none if the clock was interrupted or a frame or wait is under way.
    @discardableResult
    package func advance() -> Frame? {
        guard !isBusy else { return nil }
        isBusy = true
        defer { isBusy = false }
        let next = tick &+ 1
        if statistics.framesRun == 0 { ticks.fix(tick: next, at: clock.now) }
        wait(until: ticks.time(of: next))
        guard !clock.interruption.isRaised else { return nil }
        let dropped = step(to: next)
        let began = MonotonicTime.nanoseconds
        for phase in FramePhase.allCases {
            self.phase = phase
            perform(phase, dropped: dropped)
        }
        phase = nil
        statistics.framesRun &+= 1
        statistics.duration.record(Double(MonotonicTime.nanoseconds &- began) / 1e9)
        return frame
    }

    private func wait(until deadline: Double) {
        let wake = deadline - min(lead.seconds, ticks.period / 2)
        let isLate = clock.now > wake
        observer?.willWait(until: wake)
        clock.wait(until: wake)
        observer?.didWait()
        if !isLate { lead.record(needed: clock.now - wake) }
        // Who slept here would have to be woken again, and kernels are now and then busy for milliseconds.
        clock.spin(until: deadline)
    }

    // Moves to the next tick, or past it to the one that is due now. Returns the ticks left out.
    private func step(to next: Int) -> Int {
        let now = clock.now
        let late = now - ticks.time(of: next)
        statistics.lateness.record(late)
        let due = max(next, ticks.tick(at: now))
        guard isRealTime else {
            // Every frame is run, so a late one moves all that follow instead of chasing them.
            if due > next { ticks.fix(tick: next, at: now) }
            tick = next
            return 0
        }
        tick = due
        statistics.framesDropped &+= due &- next
        return due &- next
    }

    private func perform(_ phase: FramePhase, dropped: Int) {
        switch phase {
        case .time:
            moveTime(dropped: dropped)
        case .start:
            if timeline.isPlaying != wasPlaying {
                wasPlaying = timeline.isPlaying
                observer?.playStateChanged(wasPlaying)
            }
            observer?.frameStarts(frame)
        case .runs:
            observer?.runsDue(frame)
            runs.callDueRuns()
        case .cook:
            observer?.cook(frame)
        case .settle:
            runs.callEndOfFrameRuns()
            observer?.frameSettles(frame)
        case .end:
            observer?.frameEnds(frame)
        }
    }

    private func moveTime(dropped: Int) {
        let step = timeline.isPlaying ? dropped &+ 1 : 0
        let number = frame.number &+ step
        let seconds = absoluteTime.time(of: number)
        timeline.advance(ticks: dropped &+ 1, loopRate: rate)
        for other in others { other.advance(ticks: dropped &+ 1, loopRate: rate) }
        frame.stepSeconds = seconds - frame.seconds
        frame.number = number
        frame.seconds = seconds
        frame.step = step
        frame.timelineFrame = timeline.frame
        frame.dropped = dropped
    }
}
