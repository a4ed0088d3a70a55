import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ParameterOperatorsTests {
    @Test func `an operator parameter holds a path and gives operators`() throws {
        let host = try RunningHost()

        try host.check(
            """
            a, b = parent().create(baseCOMP, 'a'), parent().create(textDAT, 'b')
            page = a.appendCustomPage('P')
            for style in ('OP', 'COMP', 'DAT', 'Object', 'PanelCOMP'):
                getattr(page, 'append' + style)('My' + style.lower())
            p = a.par
            p.Myop = b
            assert p.Myop.val == '/project1/b' and p.Myop.eval() is b and p.Myop.evalOPs() == [b]
            p.Myop = 'b'
            assert p.Myop.val == 'b' and p.Myop.eval() is b
            p.Myop = [a, b]
            assert p.Myop.eval() == [a, b] and p.Myop.val == '/project1/a /project1/b'
            p.Myop = 'a* missing'
            assert p.Myop.eval() is a
            p.Myop = '[ab]'
            assert p.Myop.evalOPs() == [a, b]
            p.Myop = None
            assert p.Myop.val == '' and p.Myop.eval() is None and p.Myop.evalOPs() == []
            p.Myop.expr = "[op('a'), op('b')]"
            assert p.Myop.eval() == [a, b] and p.Myop.evalOPs() == [a, b]
            p.Myop.expr = "'b'"
            assert p.Myop.eval() is b and p.Myop.evalExpression() == 'b'
            raises(TypeError, '', assign(p, 'Myop', 3))
            """)
    }

    @Test func `a style refuses operators of other families`() throws {
        let host = try RunningHost()

        try host.check(
            """
            a, b = parent().create(baseCOMP, 'a'), parent().create(textDAT, 'b')
            panel = parent().create(containerCOMP, 'c')
            page = a.appendCustomPage('P')
            for style, good in (('COMP', 'a'), ('DAT', 'b'), ('PanelCOMP', 'c')):
                par = getattr(page, 'append' + style)('My' + style.lower())[0]
                for name in 'abc':
                    par.val = name
                    wanted = name == good or (style == 'COMP' and name == 'c')
                    assert (par.eval() is op(name)) == wanted, (style, name)
            """)
    }
}
