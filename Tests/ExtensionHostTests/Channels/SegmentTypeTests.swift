import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct SegmentTypeTests {
    @Test func `a timer without a table has the one segment that its parameters tell`() throws {
        let host = try RunningHost()

        try host.check(
            """
            timer = parent().create('timerCHOP', 'timer')
            timer.par.length, timer.par.delay, timer.par.cycle = 2, 0.5, True
            timer.par.speed = 3
            (segment,) = timer.segments
            assert type(segment) is td.Segment and segment.owner is timer and segment.index == 0
            assert (segment.lengthSeconds, segment.lengthFrames, segment.lengthSamples) == (2, 120, 120)
            assert (segment.delaySeconds, segment.delayFrames, segment.beginSeconds) == (0.5, 30, 0.5)
            assert segment.cycle and not segment.cycleLimit and segment.maxCycles == 1
            assert segment.speed == 3 and segment.custom == {} and segment.row.length == 2
            timer.destroy()
            raises(td.tdError, 'Invalid', lambda: segment.index)
            """)
    }

    @Test func `each row of a segments table is a segment, its own columns apart`() throws {
        let host = try RunningHost()

        try host.check(
            """
            table = parent().create('tableDAT', 'table')
            table.text = 'delay\\tlength\\tcolour\\n1\\t2\\tred\\n0.5\\t3\\tblue'
            timer = parent().create('timerCHOP', 'timer')
            timer.par.segdat, timer.par.segunits = table, 'seconds'
            first, second = timer.segments
            assert (first.beginSeconds, second.beginSeconds) == (1, 3.5)
            assert second.beginFrames == 210 and second.lengthFrames == 180 and second.index == 1
            assert first.custom == {'colour': 'red'} and second.row.colour == 'blue'
            assert [s.cycleEndAlertSeconds for s in timer.segments] == [0, 0]
            """)
    }
}
