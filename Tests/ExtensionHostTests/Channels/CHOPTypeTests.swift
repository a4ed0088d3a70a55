import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct CHOPTypeTests {
    @Test func `a CHOP tells its channels, by name, number and pattern`() throws {
        let host = try RunningHost()

        try host.check(
            """
            c = parent().create('constantCHOP', 'c')
            assert isinstance(c, CHOP) and c.isCHOP and c.family == 'CHOP' and c.OPType == 'constantCHOP'
            c.par.const = 3
            c.par.const0name, c.par.const1name, c.par.const2name = 'tx', 'ty', 'rx'
            c.par.const0value, c.par.const1value, c.par.const2value = 1, 2.5, 3
            assert c.numChans == 3 and c.numSamples == 1 and c.start == 0 and c.end == 0
            assert c.rate == 60 and c.isTimeSlice is False
            assert c['ty'] == 2.5 and c[2].name == 'rx' and c[-1].name == 'rx'
            assert c['none'] is None and c[3] is None and c[-4] is None and c[10 ** 30] is None
            assert c.chan('t?').name == 'tx' and c.chan('T*') is None
            assert c.chan('T*', caseSensitive=False).index == 0
            assert [x.name for x in c.chans()] == ['tx', 'ty', 'rx']
            assert [x.name for x in c.chans('r*', 't*', 0)] == ['rx', 'tx', 'ty']
            assert c.chans('none') == [] and c.chan(7) is None
            raises(TypeError, '', lambda: c[1.5])
            raises(TypeError, 'chan() got an unexpected', lambda: c.chan('x', pattern=True))
            """)
    }

    @Test func `only code that may change channels does`() throws {
        let host = try RunningHost()

        try host.check(
            """
            c = parent().create('constantCHOP', 'c')
            text = 'Expected locked operator, or execution within onCook method'
            for name, value in dict(numSamples=3, rate=30, start=1, end=2, isTimeSlice=True).items():
                raises(tdError, text, assign(c, name, value))
            raises(tdError, text, assign(c[0], 'vals', [1]))
            raises(tdError, text, lambda: c[0].destroy())
            c.lock = True
            c[0].vals = [5]
            assert c[0] == 5
            """)
    }

    @Test func `channels reach files in the formats that can be written`() throws {
        let host = try RunningHost()

        try host.check(
            """
            import os, tempfile
            folder = tempfile.mkdtemp()
            w = parent().create('patternCHOP', 'w')
            w.par.length = 3
            path = w.save(os.path.join(folder, 'a', 'w.chan'), createFolders=True)
            assert open(path).read().split() == ['0.0', '0.5', '1.0']
            path = w.save(os.path.join(folder, 'w.clip'))
            assert 'name = chan1' in open(path).read() and 'data = 0.0 0.5 1.0' in open(path).read()
            raises(tdError, '/project1/w can', lambda: w.save(os.path.join(folder, 'w.wav')))
            raises(tdError, 'convertToKeyframes() of /project1/w', lambda: w.convertToKeyframes())
            """)
    }

    @Test func `a chain of CHOPs follows what changes, and cooks only then`() throws {
        let host = try RunningHost()
        let source = try host.create(ConstantCHOP.type, "c")
        let math = try host.create(MathCHOP.type, "m")
        try host.network.connect(of: source, toInput: 0, of: math)

        try host.check(
            """
            c, m = op('c'), op('m')
            m.par.gain = 10
            c.par.const0value = 2
            assert m[0] == 20
            cooks = m.totalCooks
            assert m[0] == 20 and m['chan1'].eval() == 20 and m.totalCooks == cooks
            c.par.const0value = 3
            assert m[0] == 30 and m.totalCooks == cooks + 1
            m.bypass = True
            assert m[0] == 3
            """)
    }

    @Test func `an expression follows a channel, and parameters keep their older names`() throws {
        let host = try RunningHost()

        try host.check(
            """
            c = parent().create('constantCHOP', 'c')
            b = parent().create('baseCOMP', 'b')
            p = b.appendCustomPage('P').appendFloat('Value')[0]
            p.expr = "op('c')['chan1'] * 2"
            c.par.value0 = 4
            assert c.par.const0value == 4 and p.eval() == 8
            c.par.const0value = 5
            assert p.eval() == 10
            """)
    }

    @Test func `an expression may differ from channel to channel`() throws {
        let host = try RunningHost()
        let source = try host.create(ConstantCHOP.type, "c")
        let math = try host.create(MathCHOP.type, "m")
        let expression = try host.create(ExpressionCHOP.type, "e")
        try host.network.connect(of: source, toInput: 0, of: math)
        try host.network.connect(of: math, toInput: 0, of: expression)

        try host.check(
            """
            op('c').par.const0name = 'chan[1-3]'
            op('m').par.postoff.expr = 'me.chanIndex + 1'
            assert [float(c) for c in op('m').chans()] == [1, 2, 3]
            op('e').par.expr0expr.expr = 'me.inputVal ** 2'
            assert [float(c) for c in op('e').chans()] == [1, 4, 9], [float(c) for c in op('e').chans()]
            assert op('m').chanIndex == 0
            """)
    }
}
