import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ChannelTypeTests {
    @Test func `a channel acts as its value`() throws {
        let host = try RunningHost()

        try host.check(
            """
            c = parent().create('constantCHOP', 'c')
            c.par.const0value = 2.5
            x = c['chan1']
            assert x + 1 == 3.5 and 1 + x == 3.5 and x * x == 6.25 and -x == -2.5 and x > 2 and x == 2.5
            assert float(x) == 2.5 and int(x) == 2 and round(x) == 2 and bool(x) and f'{x:.1f}' == '2.5'
            assert str(x) == '2.5' and x.eval() == 2.5 and max(x, 1) == 2.5
            assert x.valid and x.index == 0 and x.name == 'chan1' and x.owner == c and x.exports == []
            assert len(x) == 1 and list(x) == [2.5] and x[0] == 2.5 and x[-1] == 2.5
            raises(IndexError, 'Index invalid or out of range.', lambda: x[1])
            c.par.const0name = 'other'
            assert not x.valid
            raises(tdError, 'Invalid Channel object', lambda: x + 1)
            raises(tdError, 'Invalid Channel object', lambda: x.name)
            y = c[0]
            c.destroy()
            assert not y.valid
            raises(tdError, 'Invalid Channel object', lambda: y.eval())
            """)
    }

    @Test func `samples are read by index, frame and second, inside and outside`() throws {
        let host = try RunningHost()

        try host.check(
            """
            p = parent().create('patternCHOP', 'p')
            p.par.wavetype, p.par.length = 'rampsamples', 61
            x = p[0]
            assert len(x) == 61 and x[60] == 60 and x.vals[:3] == [0, 1, 2]
            assert x.eval(5) == 5 and x.eval(-3) == 0 and x.eval(100) == 60 and x.eval(index=2.5) == 2.5
            assert x.evalFrame(11) == 10 and x.evalSeconds(0.5) == 30 and x.evalSeconds(secs=9) == 60
            assert x.average() == 30 and x.min() == 0 and x.max() == 60
            p.par.left = p.par.right = 'cycle'
            assert x.eval(-1) == 60 and x.eval(61) == 0
            me.time.frame = 21
            assert x == 20 and x.eval() == 20 and x.evalFrame() == 20
            me.time.frame = 31
            assert x == 30
            """)
    }

    @Test func `arrays come and go where numpy is installed`() throws {
        let host = try RunningHost()
        let answer = host.evaluate(
            "__import__('importlib.util').util.find_spec('numpy') is not None")
        guard answer == "True" else {
            print("numpy is not installed: its arrays of channels are not tested.")
            return
        }

        try host.check(
            """
            import numpy
            p = parent().create('patternCHOP', 'p')
            p.par.wavetype, p.par.length, p.par.channelname = 'rampsamples', 4, 'a b'
            array = p.numpyArray()
            assert array.shape == (2, 4) and array.dtype == numpy.float32
            assert array[1].tolist() == [0, 1, 2, 3] and p['a'].numpyArray().shape == (4,)
            array[0, 0] = 9  # A copy, which may be written to.
            assert p[0][0] == 0
            p.lock = True
            p['b'].copyNumpyArray(numpy.array([4, 3, 2, 1], dtype=numpy.float32))
            assert p['b'].vals == [4, 3, 2, 1]
            raises(tdError, 'A float32 array', lambda: p[0].copyNumpyArray(numpy.zeros(4)))
            """)
    }

    @Test func `a sample is looked for only once its number is known`() throws {
        let host = try RunningHost()

        try host.check(
            """
            s = parent().create('patternCHOP', 's')
            s.par.length = 100
            s.lock = True
            class Shrinks:
                def __index__(self):
                    s.numSamples = 1
                    return 99
                def __float__(self):
                    s.numSamples = 1
                    return 7.0
            def put(place, value): s[0][place] = value
            raises(IndexError, 'Index invalid or out of range.', lambda: put(99, Shrinks()))
            s.numSamples = 100
            raises(IndexError, 'Index invalid or out of range.', lambda: put(Shrinks(), 1))
            assert s.numSamples == 1
            s[0][0] = Shrinks()
            assert s[0][0] == 7
            """)
    }
}
