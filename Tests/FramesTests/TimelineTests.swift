import Testing

@testable import Frames

struct TimelineTests {
    @Test func `a looping timeline wraps to the start of its range and absolute time does not`() {
        let stage = Stage()

        stage.frames(601)

        #expect(stage.timeline.frame == 1)
        #expect(stage.loop.frame.number == 601)
        #expect(stage.timeline.elapsedFrames == 601)
    }

    @Test func `a holding timeline stays on the last frame of its range`() {
        let stage = Stage()
        stage.timeline.rangeLimit = .hold
        stage.timeline.rangeEnd = 10

        stage.frames(50)

        #expect(stage.timeline.frame == 10)
    }

    @Test func `a timeline at 24 in a loop at 60 is exact on every whole frame`() {
        let stage = Stage()
        let film = Timeline(rate: 24)
        stage.loop.attach(film)

        stage.frames(6000)

        #expect(film.elapsedFrames == 2400)
        #expect(abs(film.frame - 599.6 - 1) < 1e-9)
    }

    @Test func `dropped frames move the timeline as far as absolute time`() {
        let stage = Stage(rate: 10)
        stage.observer.onFrameStart = { if $0.number == 1 { stage.clock.advance(by: 0.55) } }

        stage.frames(2)

        #expect(stage.timeline.frame == 6)
        #expect(stage.loop.frame.number == 6)
    }

    @Test func `a component's timeline stops with the root unless it is independent`() {
        let stage = Stage()
        let (bound, free) = (Timeline(), Timeline())
        free.isIndependent = true
        stage.loop.attach(bound)
        stage.loop.attach(free)

        stage.loop.pause()
        stage.frames(10)

        #expect(bound.frame == 1)
        #expect(free.frame == 10)
    }

    @Test func `a detached timeline stands still`() {
        let stage = Stage()
        let other = Timeline()
        stage.loop.attach(other)
        stage.frames(5)

        stage.loop.detach(other)
        stage.frames(5)

        #expect(other.frame == 5)
    }

    @Test func `a jump shows at once and leaves what has elapsed alone`() {
        let stage = Stage()
        stage.frames(5)

        stage.timeline.frame = 100
        stage.frames(2)

        #expect(stage.timeline.frame == 102)
        #expect(stage.timeline.elapsedFrames == 7)
    }

    @Test func `frame 1 is second zero, and seconds can be set`() {
        let timeline = Timeline(rate: 30)
        let first = timeline.seconds

        timeline.seconds = 2

        #expect(first == 0)
        #expect(timeline.frame == 61)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
    func `no value of frame, seconds, rate or range breaks a timeline`(value: Double) {
        let stage = Stage()

        stage.timeline.frame = value
        stage.timeline.seconds = value
        stage.timeline.rate = value
        stage.timeline.rangeStart = value
        stage.timeline.rangeEnd = -value
        stage.frames(3)

        #expect(stage.timeline.frame.isFinite)
        #expect(stage.timeline.elapsedFrames.isFinite)
    }

    @Test func `a change of rate counts from now on`() {
        let stage = Stage()
        stage.frames(60)

        stage.timeline.rate = 30
        stage.frames(60)

        #expect(stage.timeline.elapsedFrames == 90)
    }
}
