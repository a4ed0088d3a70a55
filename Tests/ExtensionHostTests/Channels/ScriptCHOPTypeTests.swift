import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ScriptCHOPTypeTests {
    private func script(_ host: RunningHost, _ code: String) throws {
        try host.text("code", code)
        try host.check(
            """
            s = parent().create('scriptCHOP', 's')
            s.par.callbacks = 'code'
            """)
    }

    @Test func `its code makes channels when it cooks`() throws {
        let host = try RunningHost()
        try script(
            host,
            """
            def onCook(scriptOp):
                scriptOp.clear()
                scriptOp.rate = 30
                scriptOp.numSamples = 4
                a = scriptOp.appendChan('a')
                a.vals = [1, 2, 3, 4]
                b = scriptOp.appendChan('b')
                for i in range(scriptOp.numSamples):
                    b[i] = a[i] * 10
                scriptOp.appendChan()
            """)

        try host.check(
            """
            s = op('s')
            assert s.numChans == 3 and s.numSamples == 4 and s.rate == 30
            assert s['b'].vals == [10, 20, 30, 40] and s[2].name == 'chan1'
            cooks = s.totalCooks
            assert s['a'][3] == 4 and s.totalCooks == cooks
            raises(tdError, 'Expected locked operator', lambda: s.appendChan('c'))
            """)
    }

    @Test func `a length of 0 that was asked for stays until another one is`() throws {
        let host = try RunningHost()
        try script(
            host,
            """
            def onCook(scriptOp):
                scriptOp.clear()
                scriptOp.numSamples = 0
                scriptOp.appendChan('x')
                scriptOp.numSamples = scriptOp.numSamples + 3
                scriptOp['x'][2] = 5
            """)

        try host.check("assert op('s')['x'].vals == [0, 0, 5], op('s')['x'].vals")
    }

    @Test func `channels stay until they are cleared, and one may be destroyed`() throws {
        let host = try RunningHost()
        try script(
            host,
            """
            def cook(scriptOp):
                if scriptOp.numChans == 0:
                    scriptOp.copy(op('source'))
                if scriptOp['chan1'] is not None:
                    scriptOp['chan1'].destroy()
                else:
                    scriptOp.appendChan('new')
            """)

        try host.check(
            """
            source = parent().create('constantCHOP', 'source')
            source.par.const = 2
            source.par.const1name, source.par.const1value = 'kept', 7
            s = op('s')
            assert [c.name for c in s.chans()] == ['kept'] and s['kept'] == 7
            s.cook(force=True)
            assert [c.name for c in s.chans()] == ['kept', 'new']
            """)
    }

    @Test func `code that raises tells so, and the channels before stay`() throws {
        let host = try RunningHost()
        try script(
            host,
            """
            def onCook(scriptOp):
                scriptOp.clear()
                scriptOp.appendChan('x')
                if parent().fetch('fail', False): 1 / 0
            """)

        try host.check(
            """
            s = op('s')
            assert s.numChans == 1 and s.errors() == ''
            parent().store('fail', True)
            s.cook(force=True)
            assert 'ZeroDivisionError' in s.errors(), s.errors()
            assert s.numChans == 1
            """)
        #expect(host.errors.contains { $0.contains("ZeroDivisionError") })
    }

    @Test func `with Modify Outside of Cook any code may change it`() throws {
        let host = try RunningHost()

        try host.check(
            """
            s = parent().create('scriptCHOP', 's')
            s.par.modoutsidecook = True
            s.appendChan('a').vals = [3]
            assert s['a'] == 3 and s.numChans == 1
            """)
    }
}
