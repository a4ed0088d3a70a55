import Testing

@testable import Frames

struct FrameLoopTests {
    @Test func `a frame runs its phases in order`() {
        let stage = Stage()
        stage.add("delayed", .frames(1))
        stage.add("at the end", .endOfFrame)

        stage.frames(1)

        #expect(
            stage.observer.heard == [
                "awake", "start 1", "runs 1", "run delayed", "cook 1", "run at the end", "settle 1",
                "end 1",
            ])
    }

    @Test func `the list of phases is the order of a frame`() {
        #expect(
            FramePhase.allCases.map(\.rawValue) == [
                "time", "start", "runs", "cook", "settle", "end",
            ])
    }

    @Test func `before the first frame stands frame 0, and the first is frame 1 of both clocks`() {
        let stage = Stage()
        let before = stage.loop.frame

        stage.frames(1)

        #expect(before.number == 0)
        #expect(stage.loop.frame.number == 1)
        #expect(stage.loop.frame.timelineFrame == 1)
        #expect(stage.loop.frame.step == 1)
        #expect(stage.loop.frame.seconds == 1.0 / 60)
    }

    @Test func `frames start exactly at their moments on a virtual clock`() {
        let stage = Stage()
        var moments: [Double] = []
        stage.observer.onFrameStart = { _ in moments.append(stage.clock.now) }

        stage.frames(601)

        #expect(moments.last == 10)
        #expect(moments == (0...600).map { Double($0) / 60 })
        #expect(stage.loop.statistics.lateness.maximum == 0)
    }

    @Test func `ten million seconds leave frames and clock in step`() {
        let stage = Stage(rate: 0.01)

        stage.frames(100_001)

        #expect(stage.clock.now == 10_000_000)
        #expect(stage.loop.frame.seconds == 10_000_100)
        #expect(stage.loop.statistics.framesDropped == 0)
    }

    @Test func `a slow frame drops the frames it slept through and counts them`() {
        let stage = Stage(rate: 10)
        stage.observer.onFrameStart = { if $0.number == 2 { stage.clock.advance(by: 0.35) } }

        stage.frames(4)

        #expect(stage.observer.frames.map(\.number) == [1, 2, 5, 6])
        #expect(stage.observer.frames.map(\.step) == [1, 1, 3, 1])
        #expect(stage.observer.frames.map(\.dropped) == [0, 0, 2, 0])
        #expect(stage.loop.statistics.framesDropped == 2)
        #expect(abs(stage.observer.frames[2].stepSeconds - 0.3) < 1e-9)
        #expect(abs(stage.loop.statistics.lateness.maximum - 0.25) < 1e-6)
    }

    @Test func `without real time every frame runs and none is chased`() {
        let stage = Stage(rate: 10)
        stage.loop.isRealTime = false
        var moments: [Double] = []
        stage.observer.onFrameStart = { frame in
            moments.append(stage.clock.now)
            if frame.number == 2 { stage.clock.advance(by: 0.35) }
        }

        stage.frames(4)

        #expect(stage.observer.frames.map(\.number) == [1, 2, 3, 4])
        #expect(stage.loop.statistics.framesDropped == 0)
        #expect(abs(moments[3] - moments[2] - 0.1) < 1e-9)
    }

    @Test func `a paused root stops absolute time and not the frames`() {
        let stage = Stage()
        stage.frames(2)

        stage.loop.pause()
        stage.frames(3)
        stage.loop.play()
        stage.frames(1)

        #expect(stage.observer.frames.map(\.number) == [1, 2, 2, 2, 2, 3])
        #expect(stage.observer.frames.map(\.step) == [1, 1, 0, 0, 0, 1])
        #expect(stage.loop.frame.timelineFrame == 3)
        #expect(
            stage.observer.heard.filter { $0.hasPrefix("playing") } == [
                "playing false", "playing true",
            ])
    }

    @Test func `a change of play state is told before the frame starts`() {
        let stage = Stage()
        stage.frames(1)
        stage.loop.pause()
        stage.observer.heard = []

        stage.frames(1)

        #expect(stage.observer.heard.prefix(3) == ["awake", "playing false", "start 1"])
    }

    @Test func `the rate changes while the loop runs and time goes on without a jump`() {
        let stage = Stage(rate: 60)
        stage.frames(60)

        stage.loop.rate = 30
        stage.frames(30)

        #expect(abs(stage.clock.now - (59.0 / 60 + 1)) < 1e-9)
        #expect(abs(stage.loop.frame.seconds - 2) < 1e-9)
        #expect(stage.loop.statistics.framesDropped == 0)
    }

    @Test func `a run ends when its condition fails`() {
        let stage = Stage()

        stage.loop.run { $0.number < 120 }

        #expect(stage.loop.frame.number == 120)
    }

    @Test func `a stop asked for in a frame ends the run after it`() {
        let stage = Stage()
        stage.observer.onFrameStart = { if $0.number == 7 { stage.loop.stop() } }

        stage.loop.run { _ in true }

        #expect(stage.loop.frame.number == 7)
        #expect(stage.observer.heard.last == "end 7")
    }

    @Test func `a stop asked for before the run holds, once`() {
        let stage = Stage()
        stage.loop.stop()

        stage.loop.run { $0.number < 5 }
        let first = stage.loop.frame.number
        stage.loop.run { $0.number < 5 }

        #expect(first == 0)
        #expect(stage.loop.frame.number == 5)
    }

    @Test func `an interruption ends the run before the next frame`() {
        let stage = Stage()
        stage.observer.onSettle = { if $0.number == 3 { stage.clock.interruption.raise() } }

        stage.loop.run { _ in true }

        #expect(stage.loop.frame.number == 3)
        #expect(stage.loop.advance() == nil)
    }

    @Test func `a frame number never advances inside a frame`() {
        let stage = Stage()
        var inner: Frame? = Frame()
        stage.observer.onFrameStart = { _ in inner = stage.loop.advance() }

        stage.frames(1)

        #expect(inner == nil)
        #expect(stage.loop.frame.number == 1)
    }

    @Test func `the loop wakes the lead time early and holds until the frame is due`() {
        let stage = Stage(rate: 10)
        stage.loop.leadTime = 0.01
        var wakes: [Double] = []
        var starts: [Double] = []
        stage.observer.onWillWait = { wakes.append($0) }
        stage.observer.onFrameStart = { _ in starts.append(stage.clock.now) }

        stage.frames(3)

        #expect(wakes.count == 3)
        #expect(zip(wakes, starts).allSatisfy { abs($1 - $0 - 0.01) < 1e-5 })
        #expect(starts == [0, 0.1, 0.2])
    }

    @Test func `frames that are late anyway make the loop wake no earlier`() {
        let stage = Stage(rate: 10)
        stage.loop.leadTime = 0.01
        var wake = 0.0
        stage.observer.onWillWait = { wake = $0 }

        stage.frames(1000)
        stage.observer.onFrameStart = { _ in stage.clock.advance(by: 0.15) }
        stage.frames(200)
        stage.observer.onFrameStart = { _ in }
        stage.frames(2)

        #expect((0...0.009).contains(stage.clock.now - wake))
    }

    @Test func `the loop wakes no earlier than taking the GIL has needed`() {
        let stage = Stage(rate: 10)
        stage.loop.leadTime = 0.01
        var wakes: [Double] = []
        stage.observer.onWillWait = { wakes.append($0) }

        stage.frames(1000)
        let early = wakes.last.map { stage.clock.now - $0 }
        stage.observer.onDidWait = { stage.clock.advance(by: 0.003) }
        stage.frames(200)
        let late = wakes.last.map { stage.clock.now - $0 }

        #expect((0...0.009).contains(early ?? 1))
        #expect(late ?? 0 >= 0.003)
    }

    @Test(arguments: [1000, .infinity, -5, .nan])
    func `no lead time holds longer than half of a frame`(lead: Double) {
        let stage = Stage(rate: 10)
        stage.loop.leadTime = lead
        var wake = 0.0
        stage.observer.onWillWait = { wake = $0 }

        stage.frames(2)

        #expect((0.05...0.1).contains(wake))
    }

    @Test func `a late frame still tells of its wait`() {
        let stage = Stage(rate: 10)
        stage.observer.onFrameStart = { _ in stage.clock.advance(by: 1) }

        stage.frames(5)

        #expect(stage.observer.heard.filter { $0 == "awake" }.count == 5)
    }

    @Test func `a real clock keeps frames from starting early`() {
        let clock = RealClock()
        let observer = RecordingObserver()
        let loop = FrameLoop(
            rate: 1000, clock: clock, timeline: Timeline(rate: 1000),
            runs: RunQueue<String>(clock: clock))
        loop.observer = observer
        var moments: [Double] = []
        var wakes: [Double] = []
        observer.onWillWait = { wakes.append($0) }
        observer.onFrameStart = { _ in moments.append(clock.now) }

        loop.run { $0.number < 50 }

        let schedule = FrameSchedule(tick: 1, at: wakes[0], rate: 1000)
        for (frame, moment) in zip(observer.frames, moments) {
            #expect(moment >= schedule.time(of: frame.number))
        }
        #expect(observer.frames.reduce(0) { $0 + $1.step } == loop.frame.number)
        #expect(loop.statistics.framesRun + loop.statistics.framesDropped == loop.frame.number)
    }
}
