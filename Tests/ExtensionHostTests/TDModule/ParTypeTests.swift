import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ParTypeTests {
    private func host() throws -> RunningHost {
        let host = try RunningHost()
        try host.check(
            """
            page = parent().appendCustomPage('Show')
            page.appendFloat('Speed'); page.appendInt('Count'); page.appendToggle('On'); page.appendStr('Label')
            page.appendMenu('Kind'); page.appendOP('Target'); page.appendPython('Code'); page.appendPulse('Go')
            page.appendXYZ('Pos')
            parent().par.Kind.menuNames = ['red', 'blue']
            """)
        return host
    }

    @Test func `a parameter acts as its value and is a new object each time`() throws {
        let host = try host()

        try host.check(
            """
            p = parent().par
            p.Speed = 2.5
            assert p.Speed == 2.5 and p.Speed + 1 == 3.5 and 1 + p.Speed == 3.5 and float(p.Speed) == 2.5
            assert str(p.Speed) == '2.5' and f'{p.Speed:.2f}' == '2.50' and bool(p.Speed) and p.Speed > p.Count
            assert divmod(p.Speed, 2) == (1, 0.5) and divmod(7, p.Speed) == (2, 2) and p.Speed // 2 == 1
            p.Speed += 1
            assert p.Speed.eval() == 3.5 and p.Speed == p.Speed and not (p.Speed is p.Speed)
            p.Count = p.Speed
            assert p.Count == 3 and p.Count.isSamePar(parent().par['Count'])
            p.Label = 'abc'
            assert len(p.Label) == 3 and p.Label + 'd' == 'abcd'
            """)
    }

    @Test func `values are coerced to the style or refused`() throws {
        let host = try host()

        try host.check(
            """
            p = parent().par
            p.Speed = '4'; assert p.Speed.eval() == 4.0
            p.On = 1; assert p.On.eval() is True
            p.Label = 7; assert p.Label.eval() == '7'
            p.Kind = 1; assert p.Kind.eval() == 'blue' and p.Kind.menuIndex == 1
            p.Kind = 'red'; assert p.Kind.menuIndex == 0
            p.Target = me; assert p.Target.eval() is me
            p.Target = 'scratch'; assert p.Target.eval() is None
            p.Target = './scratch'; assert p.Target.eval() is me
            p.Target = None; assert p.Target.eval() is None
            raises(TypeError, "float() argument must be a string or a real number, not 'NoneType'",
                   assign(p, 'Speed', None))
            raises(ValueError, '', assign(p, 'Speed', 'fast'))
            assert p.Speed == 4.0
            """)
    }

    @Test func `an expression is evaluated at once, with the owner as me`() throws {
        let host = try host()

        try host.check(
            """
            p = parent().par
            p.Speed.expr = "len(me.name) + op('./scratch').numRows * 0"
            assert p.Speed == 8.0 and p.Speed.mode == ParMode.EXPRESSION and repr(p.Speed.mode) == 'ParMode.EXPRESSION'
            p.Speed.val = 1
            assert p.Speed.mode is ParMode.CONSTANT and p.Speed.expr.startswith('len')
            p.Speed.mode = ParMode.EXPRESSION
            assert p.Speed == 8.0
            p.Code.expr = '[me]'
            assert p.Code.eval() == [parent()]
            raises(NameError, "name 'nothing' is not defined", assign(p.Speed, 'expr', 'nothing'))
            raises(SyntaxError, '', assign(p.Speed, 'expr', '1 +'))
            """)
    }

    @Test func `an expression that asks for its own parameter is a loop, not a crash`() throws {
        let host = try host()

        try host.check(
            """
            p = parent().par
            raises(td.tdError, 'Cook dependency loop detected', assign(p.Speed, 'expr', 'me.par.Speed'))
            p.Count.val = 2
            p.Speed.expr = 'me.par.Count + 1'
            raises(td.tdError, 'Cook dependency loop detected', assign(p.Count, 'expr', 'me.par.Speed'))
            p.Count = 5
            assert p.Speed == 6
            """)
    }

    @Test func `scripts change the definition of custom parameters, not of built-in ones`() throws {
        let host = try host()

        try host.check(
            """
            p = parent().par.Speed
            p.label, p.min, p.max, p.clampMin, p.default, p.normMax = 'How fast', -1, 5, True, 2, 9
            assert (p.label, p.min, p.max, p.clampMin, p.default, p.normMax) == ('How fast', -1, 5, True, 2, 9)
            p.val = -7
            assert p == -1
            assert p.reset() and p == 2 and p.isDefault
            raises(td.tdError, "The parameter 'ext0name' of /project1 is built in",
                   assign(parent().par.ext0name, 'label', 'x'))
            """)
    }

    @Test func `a page makes groups of parameters named after their parts`() throws {
        let host = try host()

        try host.check(
            """
            page = parent().appendCustomPage('Show')
            assert [q.name for q in page.appendFloat('Size', size=3)] == ['Size1', 'Size2', 'Size3']
            assert [q.name for q in parent().pars('Pos*')] == ['Posx', 'Posy', 'Posz']
            assert parent().par.Posx.style == 'XYZW' and parent().par.Speed.page.name == 'Show'
            for bad in ('speed', 'Two_words', 'TWo', ''):
                raises(td.tdError, '', lambda: page.appendFloat(bad))
            raises(td.tdError, '', lambda: page.appendFloat('Speed', replace=False))
            assert parent().par.Speed.owner is parent() and parent().par.Speed.isCustom
            """)
    }

    @Test func `a parameter of a destroyed operator says so`() throws {
        let host = try RunningHost()

        try host.check(
            """
            made = parent().create(baseCOMP)
            par = made.par.ext0name
            assert par.valid
            made.destroy()
            assert not par.valid
            for use in (lambda: par.val, lambda: par.eval(), lambda: str(par), lambda: par + 1):
                raises(td.tdError, 'Invalid Par object', use)
            """)
    }

    @Test func `a parameter is one key, whatever it holds`() throws {
        let host = try RunningHost()
        try host.create(BaseCOMP.type, "box")

        try host.check(
            """
            page = op('box').appendCustomPage('Look')
            page.appendFloat('One'); page.appendFloat('Two')
            par = op('box').par
            assert hash(par.One) == hash(op('box').par.One) != hash(par.Two)
            before = hash(par.One)
            par.One = 5
            assert hash(par.One) == before
            """)
    }
}
