import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ShortcutPathTests {
    @Test func `the expression leads from one operator to the other, shortcuts first`() throws {
        let host = try RunningHost()
        let outer = try host.create(BaseCOMP.type, "outer")
        let inner = try host.create(BaseCOMP.type, "inner", in: outer)
        try host.create(BaseCOMP.type, "beside")
        try host.text("code", "", in: inner)
        try host.text("sibling", "", in: inner)

        try host.check(
            """
            outer, inner, code, beside = op('outer'), op('outer/inner'), op('outer/inner/code'), op('beside')
            def leads(expected, to, start=code):
                said = start.shortcutPath(to)
                assert said == expected, said
                assert start.evalExpression(said) is to
            leads('me', code)
            leads('parent()', inner)
            leads('parent(2)', outer)
            leads("op('sibling')", inner.op('sibling'))
            leads("op('./inner/code')", code, outer)
            leads("parent(3).op('beside')", beside)
            outer.par.parentshortcut = 'Outer'
            leads('parent.Outer', outer)
            beside.par.opshortcut = 'Beside'
            leads('op.Beside', beside)
            assert code.shortcutPath(beside, toParName='clone') == 'op.Beside.par.clone'
            inside = beside.create(textDAT, 'inside')
            leads("op.Beside.op('inside')", inside)
            """)
    }
}
