import Testing

@testable import Frames

struct RunTests {
    @Test func `a killed run is never called`() {
        let stage = Stage()
        let run = stage.add("a", .frames(2))

        run.kill()
        run.kill()
        stage.frames(3)

        #expect(stage.called.isEmpty)
        #expect(!run.isPending)
        #expect(stage.queue.count == 0)
    }

    @Test func `a run that is switched off is dropped when it is due`() {
        let stage = Stage()
        let run = stage.add("a", .frames(1))
        run.isActive = false

        stage.frames(1)
        run.isActive = true
        stage.frames(2)

        #expect(stage.called.isEmpty)
        #expect(!run.isPending)
    }

    @Test func `a run no longer waits while it is called`() {
        let stage = Stage()
        let run = stage.add("a", .frames(1))
        var wasPending = true
        stage.queue.perform = { called, _ in wasPending = called.isPending }

        stage.frames(1)

        #expect(!wasPending)
        #expect(run.pendingCall == nil)
    }

    @Test func `remaining frames and milliseconds count down`() {
        let stage = Stage(rate: 10)
        let run = stage.add("a", .frames(5))

        stage.frames(2)

        #expect(run.remainingFrames == 3)
        #expect(run.remainingMilliseconds == 300)
    }

    @Test func `setting what remains puts the run off or brings it near`() {
        let stage = Stage(rate: 10)
        let (later, sooner) = (stage.add("later", .frames(1)), stage.add("sooner", .frames(50)))

        later.remainingFrames = 4
        sooner.remainingMilliseconds = 210
        stage.frames(2)
        let early = stage.called
        stage.frames(2)

        #expect(early == ["sooner"])
        #expect(stage.called == ["sooner", "later"])
    }

    @Test func `a run put off by a call of the same frame waits its new delay`() {
        let stage = Stage()
        stage.add("first", .frames(1))
        let second = stage.add("second", .frames(1))
        stage.queue.perform = { _, call in
            stage.called.append(call)
            if call == "first" { second.remainingFrames = 2 }
        }

        stage.frames(2)
        let early = stage.called
        stage.frames(1)

        #expect(early == ["first"])
        #expect(stage.called == ["first", "second"])
    }

    @Test func `a run that counts real time keeps doing so when put off`() {
        let stage = Stage(rate: 10)
        let run = stage.add("a", .wallMilliseconds(100))

        run.remainingMilliseconds = 250
        stage.loop.pause()
        stage.frames(4)

        #expect(stage.called == ["a"])
    }

    @Test func `putting one run off over and over keeps the queue small and the run single`() {
        let stage = Stage()
        let run = stage.add("a", .frames(1))

        for delay in 1...10_000 { run.remainingFrames = delay % 7 + 1 }
        stage.frames(10)

        #expect(stage.called == ["a"])
    }

    @Test func `a finished run can be asked and changed without effect`() {
        let stage = Stage()
        let run = stage.add("a", .frames(1))
        stage.frames(1)

        run.remainingFrames = 5
        run.kill()
        stage.frames(10)

        #expect(run.remainingFrames == 0)
        #expect(stage.called == ["a"])
    }

    @Test func `a killed run lets go of its call, and what that sets off may add runs`() {
        final class Call {
            let onRelease: () -> Void
            init(onRelease: @escaping () -> Void) { self.onRelease = onRelease }
            isolated deinit { onRelease() }
        }
        let clock = VirtualClock()
        let queue = RunQueue<Call>(clock: clock)
        let timeline = Timeline()
        let run = queue.add(
            Call { queue.add(Call {}, after: .frames(1), on: timeline) }, after: .frames(1),
            on: timeline)

        run.kill()

        #expect(queue.count == 1)
        #expect(queue.pending.first !== run)
    }
}
