import ExtensionHost
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct TimerTimecodesTests {
    @Test func `counts are timecodes at the rate of the timeline, and can be set to one`() throws {
        let host = try RunningHost()
        try host.check(
            """
            t = parent().create('timerCHOP', 't')
            t.par.length = 2
            t.par.start.pulse()
            """)
        host.frames(30)

        try host.check(
            """
            t = op('t')
            assert (t.runningTimecode.text, t.runningLengthTimecode.text) == ('00:00:00:30', '00:00:02:00')
            assert t.cumulativeTimecode.totalFrames == t.playingTimecode.totalFrames == 30
            t.runningTimecode = tdu.Timecode('00:00:01:30', fps=60)
            assert t.masterTimecode.text == '00:00:01:30'
            """)
    }
}
