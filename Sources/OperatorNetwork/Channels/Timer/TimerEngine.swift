/// The course of a timer: what it counts, and what happens on the way.
///
/// - Units: seconds, where nothing else is said
/// - Source: <https://docs.derivative.ca/Timer_CHOP>
package nonisolated struct TimerEngine: Sendable {
    /// Sums of frames' lengths miss whole lengths by less than this.
    private static let tolerance = 1e-9
    /// No timer gets this far; what scripts ask for beyond is cut.
    private static let mostCycles = 1_000_000_000_000

    /// What the timer is doing.
    package enum Phase: Equatable, Sendable {
        case idle, initializing, ready, running, done
    }

    package internal(set) var phase = Phase.idle
    package internal(set) var segments = [TimerSegment()]
    package internal(set) var segment = 0
    package internal(set) var cycle = 0
    /// How far the delay of the segment has come.
    package internal(set) var delayed = 0.0
    /// How far the cycle has come.
    package internal(set) var elapsed = 0.0
    package internal(set) var isCounting = false
    /// Adds up what was counted, at the timer's speed.
    package internal(set) var cumulative = 0.0
    /// Adds up what was counted, at the clock's speed.
    package internal(set) var playing = 0.0
    /// The clock's time since the start.
    package internal(set) var running = 0.0
    /// Which pulse channels are on in this frame.
    var pulses: Set<String> = []

    private(set) var events: [TimerEvent] = []
    var startsWhenReady = false
    private var waitedCalls = 0
    private var waitingFrames = 0
    private var exitsAfterCycle = false
    private var jumpAtCycleEnd: Jump?
    private var lastFrame: Int?

    /// A place to go to.
    package struct Jump: Equatable, Sendable {
        package var segment: Int?
        package var cycle: Int?
        /// Counted from the start of the cycle where a segment or a cycle is named, else of all.
        package var seconds: Double?
        package var fraction: Double?

        package init() {}
    }

    package init() {}

    package var current: TimerSegment {
        segments.indices.contains(segment) ? segments[segment] : TimerSegment()
    }

    /// How far the cycle has come, from 0 to 1; 1 when all is done.
    package var fraction: Double {
        if phase == .done { return 1 }
        return current.length > 0 ? min(elapsed / current.length, 1) : isCounting ? 1 : 0
    }

    /// Where the timer is in the whole of its segments, delays included.
    package var master: Double {
        let before = segments.prefix(segment).reduce(0) { $0 + $1.duration }
        return before + delayed + Double(cycle) * current.length + elapsed
    }

    /// How long all segments take.
    package var duration: Double { segments.reduce(0) { $0 + $1.duration } }

    // Orders from outside.

    /// Sets everything back and asks `onInitialize` whether it may get ready.
    package mutating func initialize() {
        let (segments, events, lastFrame) = (segments, events, lastFrame)
        self = TimerEngine()
        (self.segments, self.events, self.lastFrame) = (segments, events, lastFrame)
        phase = .initializing
        note(.initialize(callCount: 0))
    }

    /// Takes in what `onInitialize` returned: ready, or to be asked again after some frames.
    package mutating func initialized(waiting frames: Int) {
        guard phase == .initializing else { return }
        if frames > 0 {
            waitingFrames = frames
            return
        }
        phase = .ready
        pulses.insert("ready_pulse")
        note(.ready)
        if startsWhenReady { begin() }
    }

    /// Starts counting, after getting ready if need be.
    package mutating func start() {
        switch phase {
        case .ready: begin()
        case .initializing: startsWhenReady = true
        default:
            initialize()
            startsWhenReady = true
        }
    }

    /// Starts counting from the first segment.
    mutating func begin() {
        startsWhenReady = false
        phase = .running
        // The frame of the start counts, even if it was counted already while the timer got ready.
        lastFrame = nil
        (segment, cycle, delayed, elapsed) = (0, 0, 0, 0)
        (cumulative, playing, running) = (0, 0, 0)
        isCounting = false
        note(.start)
        note(.segmentEnter(segment: 0, interrupt: false))
    }

    package mutating func exitAfterCycle() { exitsAfterCycle = true }

    /// Goes to the end of the cycle, and on.
    package mutating func goToCycleEnd() {
        guard phase == .running else { return }
        elapsed = current.length
        endCycle(interrupt: true)
    }

    package mutating func goToDone() {
        guard phase == .running || phase == .ready else { return }
        note(.segmentExit(segment: segment, interrupt: true))
        finish(interrupt: true)
    }

    /// Enters another segment, if there is one.
    package mutating func goToSegment(_ number: Int) {
        guard segments.indices.contains(number), phase == .running || phase == .done else { return }
        if phase == .running { note(.segmentExit(segment: segment, interrupt: true)) }
        phase = .running
        enter(number, interrupt: true)
    }

    /// Goes to a place, now or at the end of the cycle.
    package mutating func go(to jump: Jump, atCycleEnd: Bool) {
        if atCycleEnd, phase == .running {
            jumpAtCycleEnd = jump
            return
        }
        guard jump.segment != nil || jump.cycle != nil else {
            return seek(jump.seconds ?? (jump.fraction ?? 0) * duration)
        }
        if phase == .idle || phase == .ready || phase == .done { phase = .running }
        if let segment = jump.segment {
            goToSegment(min(max(segment, 0), segments.count - 1))
        }
        delayed = current.delay
        isCounting = true
        cycle = min(max(jump.cycle ?? 0, 0), Self.mostCycles)
        let seconds = jump.seconds ?? (jump.fraction ?? 0) * current.length
        elapsed = min(max(seconds, 0), current.length)
    }

    /// Goes to a time counted from the start of all segments.
    package mutating func seek(_ seconds: Double) {
        guard seconds.isFinite, !segments.isEmpty else { return }
        if phase != .running { phase = .running }
        var rest = max(seconds, 0)
        var number = 0
        while number < segments.count - 1, rest >= segments[number].duration {
            rest -= segments[number].duration
            number += 1
        }
        if number != segment { goToSegment(number) }
        delayed = min(rest, current.delay)
        rest -= delayed
        isCounting = delayed >= current.delay
        guard current.length > 0 else { return }
        cycle = current.cycles ? min(Int(clamping: rest / current.length), Self.mostCycles) : 0
        elapsed = min(max(0, rest - Double(cycle) * current.length), current.length)
    }

    /// The events so far; they are taken out.
    package mutating func takeEvents() -> [TimerEvent] {
        defer { events = [] }
        return events
    }

    // The passing of time.

    /// Lets a frame pass, once.
    ///
    /// - Parameters:
    ///   - frame: The number of the absolute frame.
    ///   - seconds: How long it took.
    ///   - speed: How fast the timer counts; 0 while it is paused.
    mutating func pass(frame: Int, seconds: Double, speed: Double) {
        guard frame != lastFrame else { return }
        lastFrame = frame
        if phase == .initializing, waitingFrames > 0 {
            waitingFrames -= 1
            if waitingFrames == 0 {
                waitedCalls += 1
                note(.initialize(callCount: waitedCalls))
            }
        }
        guard phase == .running else { return }
        running += seconds
        count(seconds * speed)
        guard phase == .running, isCounting else { return }
        if speed != 0 { playing += seconds }
        note(.active(segment: segment, cycle: cycle, fraction: fraction))
    }

    /// Forgets the pulses of the frame before.
    mutating func clearPulses(before frame: Int) {
        if frame != lastFrame { pulses = [] }
    }

    private mutating func count(_ seconds: Double) {
        var rest = seconds
        // A segment without length ends at once; no frame ends more than this many of them.
        for _ in 0..<10_000 where phase == .running {
            if !isCounting {
                let left = current.delay - delayed
                guard rest >= left - Self.tolerance else {
                    delayed += rest
                    return
                }
                delayed = current.delay
                rest = max(0, rest - left)
                isCounting = true
                note(.timerPulse(segment: segment))
                note(.cycleStart(segment: segment, cycle: cycle))
            }
            let left = current.length - elapsed
            let isOver = rest > 0 && rest >= left - Self.tolerance
            tellAlert(until: elapsed + min(rest, left))
            guard isOver else {
                elapsed = max(0, elapsed + rest)
                cumulative += rest
                return
            }
            cumulative += left
            rest = max(0, rest - left)
            elapsed = current.length
            let isEmpty = current.length <= 0
            endCycle(interrupt: false)
            if isEmpty, current.cycles { return }
        }
    }

    private mutating func tellAlert(until time: Double) {
        let moment = current.length - current.alert
        guard current.alert > 0, elapsed < moment || elapsed == 0, time >= moment else { return }
        let isLast = exitsAfterCycle || current.isLast(cycle)
        note(
            .cycleEndAlert(
                segment: segment, cycle: cycle, alertSegment: isLast,
                alertDone: isLast && segment == segments.count - 1, interrupt: false))
    }

    private mutating func endCycle(interrupt: Bool) {
        pulses.formUnion(["cycle_pulse", "timer_pulse"])
        note(.cycle(segment: segment, cycle: cycle))
        if let jump = jumpAtCycleEnd {
            jumpAtCycleEnd = nil
            return go(to: jump, atCycleEnd: false)
        }
        guard exitsAfterCycle || current.isLast(cycle) || interrupt else {
            cycle += 1
            elapsed = 0
            note(.cycleStart(segment: segment, cycle: cycle))
            return
        }
        exitsAfterCycle = false
        pulses.insert("segment_pulse")
        note(.segmentExit(segment: segment, interrupt: interrupt))
        if segment + 1 < segments.count {
            enter(segment + 1, interrupt: interrupt)
        } else {
            cycle += 1
            finish(interrupt: interrupt)
        }
    }

    private mutating func enter(_ number: Int, interrupt: Bool) {
        (segment, cycle, delayed, elapsed, isCounting) = (number, 0, 0, 0, false)
        note(.segmentEnter(segment: number, interrupt: interrupt))
    }

    private mutating func finish(interrupt: Bool) {
        phase = .done
        isCounting = false
        pulses.insert("done_pulse")
        note(.done(segment: segment, interrupt: interrupt))
    }

    private mutating func note(_ event: TimerEvent) {
        // Nobody may be listening for hours; what is old is dropped.
        if events.count > 10_000 { events.removeFirst(5_000) }
        events.append(event)
    }
}
