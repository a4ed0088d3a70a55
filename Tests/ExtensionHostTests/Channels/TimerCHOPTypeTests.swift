import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct TimerCHOPTypeTests {
    private func host() throws -> RunningHost {
        let host = try RunningHost()
        try host.check(
            """
            t = parent().create('timerCHOP', 't')
            t.par.length = 2
            t.par.start.pulse()
            """)
        host.frames(30)
        return host
    }

    @Test func `its counts are those of the clock`() throws {
        let host = try host()

        try host.check(
            """
            t = op('t')
            assert abs(t.fraction - 0.25) < 1e-6 and abs(t.runningSeconds - 0.5) < 1e-6
            assert t.cumulativeFrames == 30 and t.playingFrames == 30 and t.masterFrames == 30
            assert abs(t.masterFraction - 0.25) < 1e-6 and t.segment == 0 and t.cycle == 0
            assert t.runningLengthSeconds == 2 and t.runningLengthFrames == 120 and t.beginSeconds == [0]
            """)
    }

    @Test func `it goes where it is told`() throws {
        let host = try host()

        try host.check(
            """
            t = op('t')
            t.goTo(seconds=1.5)
            assert abs(t.fraction - 0.75) < 1e-6
            t.masterSeconds = 1
            assert abs(t.fraction - 0.5) < 1e-6
            raises(tdError, 'goTo() takes one unit', lambda: t.goTo(seconds=1, frame=2))
            t.goToCycleEnd()
            assert t['done'] == 1
            """)
    }
}
