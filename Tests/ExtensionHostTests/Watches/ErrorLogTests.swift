import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ErrorLogTests {
    /// An Error DAT `log` whose callback prints, and a table `t`.
    private func stage() throws -> RunningHost {
        let host = try RunningHost()
        try host.check(
            """
            log = parent().create('errorDAT', 'log')
            op('log_callbacks').text = (
                'def onError(dat, rowIndex, message, absFrame, frame, severity, type, source):\\n'
                "    print(rowIndex, message, severity, type, source, dat[rowIndex, 'severity'])\\n")
            parent().create('tableDAT', 't')
            """)
        host.frames(1)
        return host
    }

    @Test func `what goes wrong is a row at the end of its frame, and onError hears of it`() throws
    {
        let host = try stage()

        try host.check(
            """
            op('t').addScriptError('no luck')
            run('1 / 0', delayFrames=1, fromOP=op('t'))
            assert op('log').numRows == 1
            """)
        host.frames(3)

        try host.check(
            """
            log = op('log')
            assert log.row(0, val=True) == ['source', 'message', 'absframe', 'frame', 'severity', 'type']
            assert log[1, 'source'] == '/project1/t' and log[1, 'message'] == 'no luck'
            assert log[1, 'severity'] == 'abort' and log[1, 'type'] == 'DAT'
            assert log[2, 'message'] == 'run(): ZeroDivisionError: division by zero', log.text
            assert 0 < int(log[1, 'absframe']) < absTime.frame and int(log[1, 'frame']) > 0
            """)
        #expect(host.lines.contains("1 no luck 2 DAT /project1/t abort"))
    }

    @Test func `errors of cooks and expressions are logged, warnings as warnings`() throws {
        let host = try stage()

        try host.check(
            """
            made = parent().create('scriptDAT', 'made')
            op('made_callbacks').text = 'def onCook(scriptOp): scriptOp.addWarning("many rows")'
            made.cook(force=True)
            box = parent().create('containerCOMP', 'box')
            try:
                box.par.w.expr = 'nobody.there'
            except NameError:
                pass
            """)
        host.frames(1)

        try host.check(
            """
            rows = {row[0].val: [cell.val for cell in row] for row in op('log').rows()[1:]}
            made, box = rows['/project1/made'], rows['/project1/box']
            assert (made[1], made[4], made[5]) == ('many rows', 'warning', 'DAT'), rows
            assert box[1].startswith("w: NameError: name 'nobody'") and box[4:] == ['abort', 'COMP'], rows
            """)
    }

    @Test func `filters, the limit, clear and the log of all that is wrong now`() throws {
        let host = try stage()

        try host.check(
            """
            log, t = op('log'), op('t')
            log.par.message, log.par.maxlines = 'keep*', 2
            for word in ('keep 1', 'drop', 'keep 2', 'keep 3'):
                t.addScriptError(word)
            """)
        host.frames(1)
        try host.check(
            """
            log = op('log')
            assert log.col('message', val=True) == ['message', 'keep 2', 'keep 3'], log.text
            log.par.clear.pulse()
            assert log.numRows == 1
            log.par.message, log.par.source, log.par.maxlines = '*', '*/t', 100
            log.par.logcurrent.pulse()
            assert log.col('message', val=True)[1:] == ['keep 1', 'drop', 'keep 2', 'keep 3'], log.text
            log.par.active = False
            op('t').addScriptError('asleep')
            """)
        host.frames(1)
        try host.check("assert op('log').numRows == 5")
    }

    @Test func `an onError that fails is told, and not called for its own failure`() throws {
        let host = try stage()
        try host.check(
            "op('log_callbacks').text = 'def onError(*args): 1 / 0'\nop('t').addScriptError('once')"
        )

        host.frames(5)

        try host.check("assert op('log').numRows == 2, op('log').text")
        #expect(host.errors.contains { $0.contains("onError failed in frame") })
    }
}
