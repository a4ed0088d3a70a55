import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct TimeTypesTests {
    @Test func `absolute time counts frames and seconds and never moves inside a script`() throws {
        let host = try RunningHost()
        try host.check("assert (absTime.frame, absTime.seconds) == (0, 0)")

        host.frames(3)

        try host.check(
            """
            assert (absTime.frame, absTime.step) == (3, 1) and abs(absTime.seconds - 3 / 60) < 1e-9
            assert me.time.frame == 3 and type(me.time.frame) is float and me.time.rate == 60
            assert abs(absTime.stepSeconds - 1 / 60) < 1e-9
            """)
    }

    @Test func `a paused timeline stands still, and so does absolute time`() throws {
        let host = try RunningHost()
        host.frames(2)
        try host.check("me.time.play = False")

        host.frames(5)

        try host.check("assert (absTime.frame, me.time.frame, absTime.step) == (2, 2, 0)")
    }

    @Test func `the timeline jumps and loops, absolute time does not`() throws {
        let host = try RunningHost()
        try host.check("me.time.rangeEnd = 10; me.time.frame = 9")

        host.frames(4)

        try host.check(
            "assert absTime.frame == 4 and me.time.frame == 2, (absTime.frame, me.time.frame)")
    }

    @Test func `no number put into the time brings the frames to a stop`() throws {
        let host = try RunningHost()
        try host.check(
            """
            for value in (float('nan'), float('inf'), -float('inf'), 1e300, -1e300, 0, -1, 1e-300):
                for name in ('frame', 'seconds', 'rate', 'start', 'end', 'rangeStart', 'rangeEnd'):
                    try:
                        setattr(me.time, name, value)
                    except (ValueError, td.tdError):
                        pass
                for name in ('cookRate',):
                    try:
                        setattr(project, name, value)
                    except (ValueError, td.tdError):
                        pass
            """)

        host.frames(5)

        try host.check("assert absTime.frame == 5")
    }
}
