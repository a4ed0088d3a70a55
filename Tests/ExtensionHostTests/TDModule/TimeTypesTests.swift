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

    @Test func `time is a component, and its parameters are the timeline's`() throws {
        let host = try RunningHost()
        host.frames(1)

        try host.check(
            """
            time = me.time
            assert time is op('/local/time') and type(time) is timeCOMP and time.par.rate == 60 and time.frame == 1
            time.par.play = False
            assert not time.play
            time.play = True; time.loop = False
            assert time.par.play == 1 and time.par.rangelimit == 'hold'
            time.tempo, time.signature1 = 90, 3
            assert (time.tempo, time.signature1, time.signature2) == (90, 3, 4)
            time.frame = 76
            assert time.timecode == '00:00:01:15', time.timecode
            time.timecode = '00:00:02:00'
            assert time.frame == 121 and time.seconds == 2
            """)
    }

    @Test func `a component with a time of its own has that one, and all in it`() throws {
        let host = try RunningHost()
        let box = try host.create(BaseCOMP.type, "box")
        try host.text("code", "", in: box)
        try host.check(
            """
            own = op('box').create(baseCOMP, 'local').create(timeCOMP, 'time')
            own.rate = 30
            assert op('box/code').time is own and op('box').time is own and me.time is not own
            """)

        host.frames(5)

        try host.check(
            """
            own = op('box').time
            assert (own.frame, me.time.frame) == (3, 5), (own.frame, me.time.frame)
            me.time.play = False
            """)
        host.frames(2)
        try host.check("assert op('box').time.frame == 3; op('box').time.independent = True")
        host.frames(2)
        try host.check(
            """
            assert op('box').time.frame == 4, op('box').time.frame
            op('box').time.destroy()
            assert op('box').time is me.time and op.TDResources.time.independent
            assert op.TDResources.time.path == '/sys/TDResources/local/time'
            """)
    }
}
