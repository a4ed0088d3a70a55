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

    @Test func `no time or cycle that a script asks for ends the program`() throws {
        let host = try host()

        try host.check(
            """
            t = op('t')
            t.par.cycle, t.par.cyclelimit = True, False
            for number in (1e300, -1e300, 2 ** 63 - 1, float('inf'), float('nan')):
                for name in ('masterSeconds', 'masterFrames', 'masterSamples', 'masterFraction',
                             'runningSeconds', 'runningFrames', 'runningSamples', 'runningFraction'):
                    setattr(t, name, number)
                    [t.cycle, t.masterFrames, t.masterSamples, t.runningFrames, t.playingSamples]
            t.cycle = 2 ** 63 - 1
            assert t.masterFrames > 0
            t.goToCycleEnd()
            """)
        host.frames(2)
        try host.check("assert op('t').cycle > 0")
    }
}
