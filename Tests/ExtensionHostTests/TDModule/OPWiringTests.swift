import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct OPWiringTests {
    @Test func `docks and places in the network editor are set and read`() throws {
        let host = try RunningHost()
        try host.create(BaseCOMP.type, "box")
        try host.create(TextDAT.type, "code")

        try host.check(
            """
            box, code = op('box'), op('code')
            code.dock = box
            assert box.docked == [code] and code.dock is box
            copy = parent().copy(box)
            assert [d.name for d in copy.docked] == ['code1'] and copy.docked[0].dock is copy
            assert parent().copy(box, includeDocked=False).docked == []
            code.dock = None
            assert box.docked == []
            raises(td.tdError, '/project1/code', lambda: setattr(code, 'dock', code))
            box.nodeCenterX, box.nodeCenterY, box.nodeWidth = 0, 10, 200
            assert box.nodeX == -65 and box.nodeCenterX == 35
            box.resetNodeSize()
            assert (box.nodeWidth, box.nodeHeight) == (130, 90) and box.enclosedBy == []
            """)
    }

    @Test func `tags are a set that changes in place`() throws {
        let host = try RunningHost()
        try host.create(BaseCOMP.type, "box")

        try host.check(
            """
            box = op('box')
            box.tags = ['effect', 'filter']
            box.tags.add('darken')
            box.tags -= {'effect'}
            assert box.tags == {'filter', 'darken'} and parent().findChildren(tags=['dark*']) == [box]
            kept = box.tags
            box.destroy()
            raises(td.tdError, 'Invalid OP', lambda: kept.add('x'))
            """)
    }

    @Test func `a node at the end of all numbers can be laid out like any other`() throws {
        let host = try RunningHost()
        let box = try host.create(ContainerCOMP.type, "box")
        for name in ["a", "b"] { try host.create(TextDAT.type, name, in: box) }

        try host.check(
            """
            box = op('box'); a, b = box.children
            for end in (2 ** 63 - 1, -2 ** 63):
                a.nodeX = a.nodeY = a.nodeWidth = end
                a.nodeCenterX = a.nodeCenterY = end
                a.nodeCenterX, a.enclosedBy
                box.layout(); box.layout(gridRows=2)
                ui.copyOPs([a]); ui.pasteOPs(box, x=-end - 1, y=0)
                ui.panes.current.home(op=a)
            assert box.panelParent(2 ** 62) is None and box.panelParent(-1) is box
            """)
    }
}
