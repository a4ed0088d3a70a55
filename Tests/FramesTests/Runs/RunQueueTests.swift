import Testing

@testable import Frames

struct RunQueueTests {
    @Test func `a run is called in the frame it is due, once`() {
        let stage = Stage()
        stage.add("a", .frames(3))
        var calls: [Int] = []

        for _ in 0..<6 {
            stage.frames(1)
            calls.append(stage.called.count)
        }

        #expect(calls == [0, 0, 1, 1, 1, 1])
    }

    @Test func `runs of the same frame are called in order of creation`() {
        let stage = Stage()
        let names = (0..<100).map(String.init)
        for name in names { stage.add(name, .frames(2)) }

        stage.frames(2)

        #expect(stage.called == names)
    }

    @Test func `an earlier moment goes before an earlier creation, also after a drop`() {
        let stage = Stage(rate: 10)
        stage.observer.onFrameStart = { if $0.number == 1 { stage.clock.advance(by: 1) } }
        stage.add("third", .frames(5))
        stage.add("first", .frames(3))
        stage.add("second", .frames(4))

        stage.frames(2)

        #expect(stage.called == ["first", "second", "third"])
    }

    @Test func `any order of adding gives the order of due moments`() {
        let stage = Stage()
        var random = SeededGenerator(seed: 7)
        let delays = (0..<500).map { _ in Int.random(in: 1...40, using: &random) }
        for (index, delay) in delays.enumerated() { stage.add("\(delay):\(index)", .frames(delay)) }

        stage.frames(40)

        let expected = delays.enumerated()
            .sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
            .map { "\($0.element):\($0.offset)" }
        #expect(stage.called == expected)
    }

    @Test func `a call that adds itself anew cannot hold a frame up`() {
        let stage = Stage()
        stage.queue.perform = { _, call in
            stage.called.append(call)
            stage.add(call, .frames(0))
            stage.add(call + "!", .endOfFrame)
        }
        stage.add("again", .frames(0))

        stage.frames(3)

        #expect(stage.called.filter { $0 == "again" }.count == 3)
        #expect(stage.loop.frame.number == 3)
    }

    @Test func `a run put off to the end of the frame follows the cooks of the same frame`() {
        let stage = Stage()
        stage.observer.onFrameStart = { if $0.number == 2 { stage.add("late", .endOfFrame) } }

        stage.frames(2)

        #expect(stage.observer.heard.suffix(4) == ["cook 2", "run late", "settle 2", "end 2"])
    }

    @Test func `milliseconds are rounded to the nearest frame of the timeline`() {
        let stage = Stage(rate: 60)
        let runs = [24.9, 25.1, 1000, 0.1].map { stage.add("a", .milliseconds($0)) }

        #expect(runs.map(\.remainingFrames) == [1, 2, 60, 0])
    }

    @Test func `a delay is counted on its own timeline`() {
        let stage = Stage(rate: 60)
        let slow = Timeline(rate: 30)
        stage.loop.attach(slow)
        stage.queue.add("slow", after: .frames(5), on: slow)
        stage.add("fast", .frames(9))

        stage.frames(9)
        let before = stage.called
        stage.frames(1)

        #expect(before == ["fast"])
        #expect(stage.called == ["fast", "slow"])
    }

    @Test func `runs of several timelines due together keep their order of creation`() {
        let stage = Stage(rate: 60)
        let (film, video) = (Timeline(rate: 24), Timeline(rate: 30))
        stage.loop.attach(film)
        stage.loop.attach(video)
        stage.queue.add("film", after: .frames(24), on: film)
        stage.add("root", .frames(60))
        stage.queue.add("video", after: .frames(30), on: video)

        stage.frames(60)

        #expect(stage.called == ["film", "root", "video"])
    }

    @Test func `a paused timeline never fires, and an independent one does`() {
        let stage = Stage()
        let free = Timeline()
        free.isIndependent = true
        stage.loop.attach(free)
        stage.add("held", .frames(1))
        stage.add("held at end", .endOfFrame)
        stage.queue.add("free", after: .frames(1), on: free)
        stage.queue.add("free at end", after: .endOfFrame, on: free)
        stage.loop.pause()

        stage.frames(5)
        let whilePaused = stage.called
        stage.loop.play()
        stage.frames(1)

        #expect(whilePaused == ["free", "free at end"])
        #expect(stage.called.suffix(2) == ["held", "held at end"])
    }

    @Test func `a timeline paused by the frame's own callback fires no more in that frame`() {
        let stage = Stage()
        stage.add("a", .frames(1))
        stage.add("b", .endOfFrame)
        stage.observer.onFrameStart = { _ in stage.loop.pause() }

        stage.frames(3)

        #expect(stage.called.isEmpty)
        #expect(stage.queue.count == 2)
    }

    @Test func `wall time passes while the timeline is paused`() {
        let stage = Stage(rate: 10)
        stage.add("wall", .wallMilliseconds(250))
        stage.add("wall frames", .wallFrames(3))
        stage.loop.pause()

        stage.frames(3)
        let early = stage.called
        stage.frames(1)

        #expect(early.isEmpty)
        #expect(stage.called == ["wall", "wall frames"])
    }

    @Test func `pending runs are listed in order of creation and counted`() {
        let stage = Stage()
        for (index, delay) in [5, 1, 3].enumerated() { stage.add("\(index)", .frames(delay)) }

        stage.frames(1)

        #expect(stage.queue.count == 2)
        #expect(stage.queue.pending.map(\.pendingCall) == ["0", "2"])
    }

    @Test func `runs can be killed by group while they are called`() {
        let stage = Stage()
        stage.queue.perform = { _, call in
            stage.called.append(call)
            for run in stage.queue.pending where run.group == "x" { run.kill() }
        }
        stage.add("first", .frames(1))
        stage.add("grouped", .frames(1), group: "x")
        stage.add("last", .frames(1))

        stage.frames(2)

        #expect(stage.called == ["first", "last"])
        #expect(stage.queue.count == 0)
    }

    @Test func `a million waiting runs cost an idle frame nothing`() {
        let stage = Stage()
        for index in 0..<1_000_000 { stage.add("", .frames(1000 + index % 5000)) }
        let start = MonotonicTime.nanoseconds

        stage.frames(900)

        let seconds = Double(MonotonicTime.nanoseconds - start) / 1e9
        #expect(stage.called.isEmpty)
        #expect(seconds < 1, "900 frames with a scan of a million runs would take far longer")
    }

    @Test func `killing 200,000 runs leaves nothing behind`() {
        let stage = Stage()
        for index in 0..<200_000 {
            stage.add("", index % 3 == 0 ? .endOfFrame : .frames(index))
        }

        stage.queue.killAll()
        stage.frames(2)

        #expect(stage.queue.count == 0)
        #expect(stage.queue.pending.isEmpty)
        #expect(stage.called.isEmpty)
    }

    @Test(arguments: [
        RunDelay.frames(.max), .frames(.min), .milliseconds(.nan), .milliseconds(.infinity),
        .milliseconds(-1), .wallMilliseconds(.nan), .wallMilliseconds(.infinity),
        .wallFrames(.max), .wallFrames(.min),
    ])
    func `no delay breaks the queue`(delay: RunDelay) {
        let stage = Stage()
        let run = stage.add("odd", delay)
        stage.add("plain", .frames(1))

        stage.frames(2)

        #expect(stage.called.contains("plain"))
        #expect(run.remainingFrames >= 0)
        #expect(run.remainingMilliseconds >= 0)
    }

    @Test func `a call inside a call starts no second round`() {
        let stage = Stage()
        stage.queue.perform = { _, call in
            stage.called.append(call)
            stage.queue.callDueRuns()
            stage.called.append("back from \(call)")
        }
        stage.add("a", .frames(1))
        stage.add("b", .frames(1))

        stage.frames(1)

        #expect(stage.called == ["a", "back from a", "b", "back from b"])
    }
}
