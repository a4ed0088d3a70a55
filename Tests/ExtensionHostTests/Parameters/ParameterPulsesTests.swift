import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ParameterPulsesTests {
    @Test func `a pulsed value goes back after its frames or seconds`() throws {
        let host = try RunningHost()
        host.frames(1)
        try host.check(
            """
            page = parent().appendCustomPage('P')
            for name in 'ABC':
                page.appendFloat(name)
            p = parent().par
            p.B.expr = '4'
            p.A.pulse(2)
            assert p.A == 0
            p.A.pulse(2, frames=3)
            p.B.pulse(9, frames=2)
            p.C.pulse(1, seconds=0.5)
            assert (p.A.eval(), p.B.eval(), p.C.eval()) == (2, 9, 1)
            """)
        host.frames(2)
        try host.check(
            """
            p = parent().par
            assert p.A == 2 and p.B == 4 and p.B.mode == ParMode.EXPRESSION and p.C == 1
            """)
        host.frames(1)
        #expect(host.evaluate("parent().op('project1').par.A.eval()") == "0.0")
        host.frames(40)
        #expect(host.evaluate("me.par.C.eval()") == "0.0")
    }

    @Test func `a pulse upon a pulse ends in the value before both`() throws {
        let host = try RunningHost()
        try host.check(
            """
            p = parent().appendCustomPage('P').appendFloat('A')[0]
            p.val = 7
            p.pulse(1, frames=5)
            p.pulse(2, frames=2)
            assert p == 2
            """)
        host.frames(3)
        #expect(host.evaluate("me.par.A.eval()") == "7.0")
        try host.check(
            """
            p = parent().par.A
            p.pulse(3, frames=1)
            raises(ValueError, '', lambda: p.pulse('x', frames=1))
            assert p == 7
            p.pulse(1, frames=2)
            p.destroy()
            """)
        host.frames(4)
        #expect(host.errors.isEmpty)
    }
}
