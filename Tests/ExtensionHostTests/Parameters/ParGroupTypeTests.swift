import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ParGroupTypeTests {
    @Test func `a group is a tuple of its parameters`() throws {
        let host = try RunningHost()

        try host.check(
            """
            page = parent().appendCustomPage('P')
            g = page.appendXYZ('Pos')
            assert len(g) == 3 and g[0].name == 'Posx' and g[-1].name == 'Posz' and [q.name for q in g[:2]] == ['Posx', 'Posy']
            assert type(g).__name__ == 'ParGroup' and g.name == 'Pos' and g.suffixes == ['x', 'y', 'z'] and g.size == 3
            g.val = (1, 2, 3)
            assert g.eval() == (1, 2, 3) and g == (1, 2, 3) and g.val == (1, 2, 3) and g != (1, 2, 4)
            parent().parGroup.Pos = (4, 5, 6)
            assert parent().par.Posy == 5
            parent().parGroup['Pos'] = 7
            assert g.eval() == (7, 7, 7)
            g.expr = ('1', '2', 'me.par.Posx + 10')
            assert g.eval() == (1, 2, 11) and g.mode == (ParMode.EXPRESSION,) * 3
            g.mode = ParMode.CONSTANT
            assert g.eval() == (7, 7, 7) and g.prevMode == (ParMode.EXPRESSION,) * 3
            assert g.evalNorm() == (7, 7, 7)
            other = page.appendXYZ('Other')
            parent().parGroup.Other = g
            assert other == g and not other.isSameParGroup(g) and other.isSameParGroup(parent().parGroup.Other)
            assert [q.name for q in g.pars('*[yz]')] == ['Posy', 'Posz']
            raises(td.tdError, 'Pos has 3 parameters', assign(g, 'val', (1, 2)))
            raises(IndexError, '', lambda: g[3])
            raises(td.tdAttributeError, "'td.ParGroupCollection' object has no attribute 'Foo'", lambda: parent().parGroup.Foo)
            assert parent().parGroup['Foo'] is None and parent().par.Posy.parGroup.name == 'Pos'
            """)
    }

    @Test func `definitions are set for each or for all`() throws {
        let host = try RunningHost()

        try host.check(
            """
            page = parent().appendCustomPage('P')
            g = page.appendFloat('Size', size=2)
            g.default, g.max, g.clampMax, g.label, g.enable = (1, 2), 5, (True, False), 'How big', False
            assert g.default == (1, 2) and g.max == (5, 5) and g[1].clampMax is False
            assert g.label == 'How big' and g[1].label == 'How big' and g[0].enable is False and g.enable is False
            g.val = 9
            assert g.eval() == (5, 9) and not g.isDefault
            assert g.reset() and g == (1, 2) and g.isDefault and not g.reset()
            assert g.isFloat and g.isNumber and not g.isInt and g.style == 'Float' and g.maxSize == 4 and g.defaultSize == 1
            g.size = 3
            assert [q.name for q in parent().parGroup.Size] == ['Size1', 'Size2', 'Size3']
            raises(td.tdError, '', lambda: page.appendStr('Text').__setattr__('size', 2))
            g = parent().parGroup.Size
            g.name = 'Extent'
            assert parent().par.Extent2.eval() == 2 and g.name == 'Extent' and parent().par['Size1'] is None
            g.enableExpr = 'lambda index: index < 1'
            assert [q.enable for q in g] == [True, False, False]
            g.order = -1
            assert page.parGroups[0].name == 'Extent'
            g.page = parent().appendCustomPage('Other')
            assert g.page.name == 'Other' and len(page) == 1
            g.destroy()
            assert not g.valid and parent().par['Extent1'] is None
            raises(td.tdError, 'Invalid ParGroup object', g.eval)
            """)
    }

    @Test func `groups that end with a pulse can be pressed`() throws {
        let host = try RunningHost()

        try host.check(
            """
            g = parent().appendCustomPage('P').appendPulse('Go')
            assert type(g).__name__ == 'ParGroupPulse' and isinstance(g, td.ParGroup) and g.isPulse
            assert g.pulse() is None
            assert not hasattr(parent().parGroup.clone, 'pulse')
            """)
    }

    @Test func `groups copy definitions onto pages and values onto each other`() throws {
        let host = try RunningHost()

        try host.check(
            """
            page = parent().appendCustomPage('P')
            g = page.appendRGB('Tint', label='Colour')
            g.val, g.min = (1, 2, 3), -1
            h = page.appendParGroup('more tint', parGroup=g)
            assert h.name == 'Moretint' and h.label == 'Colour' and h.min == (-1, -1, -1) and h == (1, 2, 3)
            assert h[0].style == 'RGBA' and len(h) == 3
            h.val = 0
            h.copy(g)
            assert h == (1, 2, 3) and page.appendParGroup('Plain').style == 'Float'
            kind = page.appendMenu('Kind')[0]
            kind.menuNames, kind.menuLabels, kind.val = ['a', 'b'], ['A', 'B'], 'b'
            other = page.appendPar('Other', par=kind, label='Else')[0]
            assert (other.style, other.label, other.menuNames, other.eval()) == ('Menu', 'Else', ['a', 'b'], 'b')
            assert page.appendPar('Plainer')[0].style == 'Float'
            raises(td.tdError, 'appendPar() makes one parameter, and Tint is a group of 3', lambda: page.appendPar('T', par=g[0]))
            assert [q.name for q in parent().parGroups('*int')] == ['Tint', 'Moretint', 'Plain'][:2]
            """)
    }
}
