import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct RunTypeTests {
    @Test func `runs lists what waits, and code kills by group`() throws {
        let host = try RunningHost()

        try host.check(
            """
            assert len(runs) == 0
            first = run('print(1)', delayFrames=5, group='a')
            second = run(print, 2, delayFrames=5, group='b')
            third = op('scratch').run(delayFrames=9)
            assert len(runs) == 3 and [r.group for r in runs] == ['a', 'b', None] and runs[0].group == 'a'
            assert first.isString and not second.isString and first.source == 'print(1)' and first.path is me
            assert first.remainingFrames == 5 and first.active
            [r.kill() for r in runs if r.group in ('a', None)]
            assert len(runs) == 1
            raises(td.tdError, 'Invalid Run object', lambda: first.group)
            second.remainingFrames = 2
            """)
        host.frames(2)

        #expect(host.lines == ["2"])
        try host.check(
            "assert len(runs) == 0 and list(runs) == []\nraises(IndexError, '', lambda: runs[0])")
    }

    @Test func `a run made inactive is passed over`() throws {
        let host = try RunningHost()
        try host.check("run(print, 1, delayFrames=1).active = False")

        host.frames(3)

        #expect(host.lines.isEmpty)
    }
}
