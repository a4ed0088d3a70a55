import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct COMPContentsTests {
    @Test func `a component tells what is selected, what it declares and how it stands`() throws {
        let host = try RunningHost()
        let box = try host.create(BaseCOMP.type, "box")
        for name in ["a", "b", "c"] { try host.create(TextDAT.type, name, in: box) }

        try host.check(
            """
            box = op('box'); a, b, c = box.children
            a.selected = b.current = True
            assert box.selectedChildren == [a] and box.currentChild is b
            box.par.iop0shortcut, box.par.iop0op = 'Words', a
            assert box.internalOPs == {'Words': a} and box.internalPars['Words'].owner is a
            b.setInputs([a])
            box.layout()
            assert b.nodeX > a.nodeX == c.nodeX and c.nodeY < a.nodeY == b.nodeY
            box.layout([a, b], vertical=True)
            assert a.nodeX == b.nodeX and b.nodeY < a.nodeY
            raises(td.tdError, 'Only one of', lambda: box.layout(horizontal=True, gridRows=2))
            box.utility = box.pickable = box.componentCloneImmune = True
            assert box.utility and op('box') is None and box not in parent().children and not box.isPrivate
            assert op('box', includeUtility=True) is box and parent().numChildrenRecursive == parent().numChildren
            box.utility = False
            assert op('box') is box and parent().numChildrenRecursive == parent().numChildren + 3
            """)
    }
}
