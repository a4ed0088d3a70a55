import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct TimerCallbacksTests {
    private static let all = """
        def onInitialize(timerOp, callCount): print('initialize', callCount); return 0
        def onReady(timerOp): print('ready')
        def onStart(timerOp): print('start')
        def onTimerPulse(timerOp, segment): print('pulse', segment)
        def whileTimerActive(timerOp, segment, cycle, fraction): print('active', segment, cycle, fraction)
        def onSegmentEnter(timerOp, segment, interrupt): print('enter', segment, interrupt)
        def onSegmentExit(timerOp, segment, interrupt): print('exit', segment, interrupt)
        def onCycleStart(timerOp, segment, cycle): print('cycle start', segment, cycle)
        def onCycleEndAlert(timerOp, segment, cycle, alertSegment, alertDone, interrupt):
            print('alert', segment, cycle, alertSegment, alertDone)
        def onCycle(timerOp, segment, cycle): print('cycle', segment, cycle)
        def onDone(timerOp, segment, interrupt): print('done', segment, interrupt)
        """

    private func host(_ callbacks: String, _ settings: String = "") throws -> RunningHost {
        let host = try RunningHost()
        try host.text("calls", callbacks)
        try host.check(
            """
            t = parent().create('timerCHOP', 't')
            t.par.callbacks, t.par.length, t.par.lengthunits = 'calls', 2, 'frames'
            \(settings)
            """)
        return host
    }

    @Test func `every callback comes in its order`() throws {
        let host = try host(Self.all, "t.par.cycleendalert, t.par.notifyunits = 1, 'frames'")
        host.frames(1)
        #expect(host.lines.isEmpty)

        try host.check("op('t').par.start.pulse()")
        host.frames(4)

        #expect(
            host.lines == [
                "initialize 0", "ready", "start", "enter 0 False", "pulse 0", "cycle start 0 0",
                "alert 0 0 True True", "active 0 0 0.5", "cycle 0 0", "exit 0 False",
                "done 0 False",
            ])
        #expect(host.evaluate("op('t')['done'].eval()") == "1.0")
    }

    @Test func `an initialization may take some frames`() throws {
        let host = try host(
            """
            def onInitialize(timerOp, callCount):
                print('initialize', callCount, absTime.frame)
                return 2 if callCount < 2 else 0
            def onReady(timerOp): print('ready', absTime.frame)
            """)
        try host.check("op('t').par.initialize.pulse()")

        host.frames(8)

        #expect(
            host.lines == ["initialize 0 1", "initialize 1 3", "initialize 2 5", "ready 5"])
    }

    @Test func `callbacks of an older version, with fewer arguments, are called too`() throws {
        let host = try host(
            """
            def onInitialize(timerOp): print('initialize'); return 0
            def onDone(timerOp): print('done')
            """)
        try host.check("op('t').par.start.pulse()")

        host.frames(5)

        #expect(host.lines == ["initialize", "done"])
    }

    @Test func `a callback that raises, or destroys its timer, stops nothing else`() throws {
        let host = try host(
            """
            def onStart(timerOp): 1 / 0
            def onDone(timerOp, segment, interrupt): timerOp.destroy()
            """)
        try host.check("op('t').par.start.pulse()")

        host.frames(6)

        #expect(host.errors.contains { $0.contains("ZeroDivisionError") })
        #expect(host.evaluate("op('t')") == "None")
    }

    @Test func `segments come from a table`() throws {
        let host = try host(
            """
            def onSegmentEnter(timerOp, segment, interrupt): print('enter', segment, absTime.frame)
            def onDone(timerOp, segment, interrupt): print('done', absTime.frame)
            """)
        let table = try host.create(TableDAT.type, "d")
        try table.content?.setText("length\tdelay\tlight\n2\t0\t5\n3\t1\t6")
        try host.check(
            """
            t = op('t')
            t.par.segdat, t.par.segunits, t.par.channelcolumns = 'd', 'frames', 'light'
            t.par.start.pulse()
            """)

        host.frames(4)
        #expect(host.evaluate("op('t')['light'].eval()") == "6.0")
        host.frames(6)

        #expect(host.lines == ["enter 0 1", "enter 1 2", "done 6"])
    }
}
