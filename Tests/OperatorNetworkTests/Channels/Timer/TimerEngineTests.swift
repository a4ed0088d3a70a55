import Testing

@testable import OperatorNetwork

@Suite struct TimerEngineTests {
    /// A timer that runs, with these lengths of its segments.
    private func engine(
        _ lengths: [Double] = [1], _ change: (inout TimerSegment) -> Void = { _ in }
    ) -> TimerEngine {
        var engine = TimerEngine()
        engine.segments = lengths.map { length in
            var segment = TimerSegment()
            segment.length = length
            change(&segment)
            return segment
        }
        engine.initialize()
        engine.initialized(waiting: 0)
        engine.start()
        _ = engine.takeEvents()
        return engine
    }

    @Test func `a start before the timer is ready waits for it`() {
        var engine = TimerEngine()
        engine.start()
        #expect(engine.phase == .initializing)

        engine.initialized(waiting: 2)
        for frame in 1...2 { engine.pass(frame: frame, seconds: 0.1, speed: 1) }
        engine.initialized(waiting: 0)

        #expect(engine.phase == .running)
        #expect(
            engine.takeEvents() == [
                .initialize(callCount: 0), .initialize(callCount: 1), .ready, .start,
                .segmentEnter(segment: 0, interrupt: false),
            ])
    }

    @Test func `what is left of a frame counts in the next segment`() {
        var engine = engine([1, 2])

        engine.pass(frame: 1, seconds: 1.5, speed: 1)

        #expect(engine.segment == 1)
        #expect(engine.elapsed == 0.5)
        #expect(engine.master == 1.5)
        #expect(engine.cumulative == 1.5)
        engine.pass(frame: 2, seconds: 1.5, speed: 1)
        #expect(engine.phase == .done)
        #expect(engine.fraction == 1)
    }

    @Test func `the same frame counts once, and a paused timer counts nothing`() {
        var engine = engine()

        engine.pass(frame: 1, seconds: 0.25, speed: 1)
        engine.pass(frame: 1, seconds: 0.25, speed: 1)
        engine.pass(frame: 2, seconds: 0.25, speed: 0)
        engine.pass(frame: 3, seconds: 0.25, speed: 2)

        #expect(engine.elapsed == 0.75)
        #expect(engine.running == 0.75)
        #expect(engine.playing == 0.5)
    }

    @Test func `a cycle ends on the frame that completes it, however the sums round`() {
        var engine = engine { $0.cycles = true }

        for frame in 1...10 { engine.pass(frame: frame, seconds: 0.1, speed: 1) }

        #expect(engine.cycle == 1)
        #expect(engine.elapsed < 1e-6)
    }

    @Test func `an alert comes once a cycle, and the last cycle ends the timer`() {
        var engine = engine {
            ($0.cycles, $0.cycleLimit, $0.alert) = (true, 2, 0.25)
        }

        for frame in 1...20 { engine.pass(frame: frame, seconds: 0.125, speed: 1) }

        let alerts = engine.takeEvents().filter {
            if case .cycleEndAlert = $0 { true } else { false }
        }
        #expect(
            alerts == [
                .cycleEndAlert(
                    segment: 0, cycle: 0, alertSegment: false, alertDone: false, interrupt: false),
                .cycleEndAlert(
                    segment: 0, cycle: 1, alertSegment: true, alertDone: true, interrupt: false),
            ])
        #expect(engine.phase == .done)
    }

    @Test(
        arguments: [(-1, 0, 0), (0.5, 0, 0.5), (1.5, 1, 0.5), (9, 1, 2)] as [(Double, Int, Double)])
    func `a time lies in one of the segments`(seconds: Double, segment: Int, elapsed: Double) {
        var engine = engine([1, 2])

        engine.seek(seconds)

        #expect(engine.segment == segment)
        #expect(engine.elapsed == elapsed)
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300])
    func `no time ends the program`(seconds: Double) {
        var engine = engine { $0.cycles = true }

        engine.seek(seconds)
        var jump = TimerEngine.Jump()
        (jump.cycle, jump.seconds) = (.max, seconds)
        engine.go(to: jump, atCycleEnd: false)
        engine.goToCycleEnd()
        engine.pass(frame: 1, seconds: 1, speed: 1)

        #expect(engine.cycle >= 0)
    }

    @Test func `segments without length end one after the other, and cycles without one wait`() {
        var none = engine([0, 0, 0])
        none.pass(frame: 1, seconds: 0.1, speed: 1)
        #expect(none.phase == .done)

        var endless = engine([0]) { $0.cycles = true }
        endless.pass(frame: 1, seconds: 0.1, speed: 1)
        #expect(endless.cycle == 1)
    }
}
