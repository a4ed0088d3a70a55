import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ParameterBindingTests {
    @Test func `bound parameters follow their master and change it`() throws {
        let host = try RunningHost()

        try host.check(
            """
            a, b, c = (parent().create(baseCOMP, n) for n in 'abc')
            for o in (a, b, c):
                o.appendCustomPage('P').appendFloat('X')
            b.par.X.bindExpr = "op('a').par.X"
            c.par.X.bindExpr = "op('b').par.X"
            a.par.X = 3
            assert b.par.X == c.par.X == 3 and b.par.X.val == 3 and c.par.X.mode == ParMode.BIND
            c.par.X = 5
            assert a.par.X == b.par.X == 5 and c.par.X.mode == ParMode.BIND and a.par.X.mode == ParMode.CONSTANT
            c.par.X.val += 1
            assert a.par.X == 6
            assert b.par.X.bindMaster.isSamePar(a.par.X) and a.par.X.bindMaster is None
            assert [p.owner.name for p in a.par.X.bindReferences] == ['b']
            assert c.par.X.bindReferences == []
            b.par.X.mode = ParMode.CONSTANT
            assert a.par.X.bindReferences == [] and b.par.X.prevMode == ParMode.BIND
            b.par.X = 1
            assert a.par.X == 6 and c.par.X == 1
            """)
    }

    @Test func `a parameter binds to a dependency or a cell, too`() throws {
        let host = try RunningHost()

        try host.check(
            """
            table, o = parent().create(tableDAT, 't'), parent().create(baseCOMP, 'o')
            page = o.appendCustomPage('P')
            page.appendFloat('X'); page.appendPython('Y')
            table[0, 0] = 4
            o.par.X.bindExpr = "op('t')[0, 0]"
            assert o.par.X == 4.0
            o.par.X = 7
            assert table[0, 0] == 7
            o.store('d', tdu.Dependency([1]))
            o.par.Y.bindExpr = "me.fetch('d')"
            assert o.par.Y.eval() == [1]
            o.par.Y = [2]
            assert o.fetch('d').val == [2]
            """)
    }

    @Test func `a bound range is the master's`() throws {
        let host = try RunningHost()

        try host.check(
            """
            o = parent().create(baseCOMP, 'o')
            page = o.appendCustomPage('P')
            page.appendFloat('A'); page.appendFloat('B')
            o.par.A.normMax, o.par.A.max = 10, 20
            o.par.B.bindExpr = 'me.par.A'
            assert o.par.B.max == 1 and not o.par.B.bindRange
            o.par.B.bindRange = True
            assert o.par.B.max == 20 and o.par.B.normMax == 10
            o.par.B.normVal = 0.5
            assert o.par.A == 5 and o.par.A.evalNorm() == 0.5
            """)
    }

    @Test func `bindings that lead nowhere or in a circle are errors, not crashes`() throws {
        let host = try RunningHost()

        try host.check(
            """
            o = parent().create(baseCOMP, 'o')
            page = o.appendCustomPage('P')
            page.appendFloat('A'); page.appendFloat('B')
            o.par.A.bindExpr, o.par.B.bindExpr = 'me.par.B', 'me.par.A'
            loop = 'Cook dependency loop detected'
            raises(td.tdError, loop, o.par.A.eval)
            raises(td.tdError, loop, assign(o.par, 'A', 1))
            o.par.A.bindExpr = 'me.par.A'
            raises(td.tdError, loop, assign(o.par, 'A', 1))
            o.par.A.bindRange = True
            assert o.par.A.max == 1
            o.par.A.bindExpr = "op('missing').par.X"
            assert o.par.A.bindMaster is None
            raises(AttributeError, '', assign(o.par, 'A', 1))
            o.par.A.bindExpr = 'None'
            raises(td.tdError, 'The bind expression of A', assign(o.par, 'A', 1))
            o.par.A.bindExpr = ''
            o.par.A = 2
            assert o.par.A.eval() == 2 and o.par.B.eval() == 2
            """)
    }
}
