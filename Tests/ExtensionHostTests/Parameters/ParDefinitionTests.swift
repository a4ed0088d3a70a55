import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ParDefinitionTests {
    @Test func `names, places and kinds are told and changed`() throws {
        let host = try RunningHost()

        try host.check(
            """
            page = parent().appendCustomPage('P')
            page.appendXY('Pos'); page.appendFloat('Speed')
            p = parent().par
            par = p.Posy
            assert par.subLabel == 'y' and par.vecIndex == 1 and par.tupletName == 'Pos' and p.Speed.subLabel == ''
            par.name = 'Spoty'
            assert par.name == 'Spoty' and p.Spotx.name == 'Spotx' and p['Posx'] is None
            raises(td.tdError, '', assign(par, 'name', 'Spotz'))
            p.Speed.name = 'Rate'
            assert p.Rate.parGroup.name == 'Rate' and p.Rate.index == len(parent().builtinPars) + 2
            p.Rate.order = -1
            assert [q.name for q in page] == ['Rate', 'Spotx', 'Spoty']
            raises(td.tdError, '', assign(p.clone, 'name', 'Foo'))
            raises(td.tdError, '', assign(p.Rate, 'page', 'Nowhere'))
            for name, value in dict(help='h', password=True, startSection=True, readOnly=True, styleCloneImmune=True).items():
                setattr(p.Rate, name, value)
                assert getattr(p.Rate, name) == value
            p.Rate.val = 4
            assert p.Rate == 4 and not (p.Rate.hidden or p.Rate.collapser or p.Rate.collapsable)
            p.Rate.enableExpr = 'me.par.Spotx > 0'
            assert p.Rate.enable is False
            p.Spotx = 1
            assert p.Rate.enable is True
            """)
    }

    @Test func `defaults have a value, expressions and a mode`() throws {
        let host = try RunningHost()

        try host.check(
            """
            p = parent().appendCustomPage('P').appendFloat('A')[0]
            p.default, p.defaultExpr, p.defaultBindExpr, p.defaultMode = 3, '1 + 1', 'me.par.clone', ParMode.EXPRESSION
            assert not p.isDefault and p.reset() and p.eval() == 2 and p.mode == ParMode.EXPRESSION and p.isDefault
            assert (p.default, p.defaultExpr, p.defaultBindExpr, p.defaultMode) == (3, '1 + 1', 'me.par.clone', ParMode.EXPRESSION)
            assert p.val == 3 and p.bindExpr == 'me.par.clone'
            """)
    }
}
