import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct PanelTypesTests {
    @Test func `panel values are set, read and act as numbers`() throws {
        let host = try RunningHost()
        try host.create(ContainerCOMP.type, "panel")

        try host.check(
            """
            panel = op('panel').panel
            assert panel.u == 0 and panel.state + 1 == 1 and panel.u.name == 'u' and panel.owner is op('panel')
            panel.u = 0.5; panel.state.val = 1
            assert op('panel').panel.u * 2 == 1 and panel.state == 1 and int(panel.state) == 1
            assert panel.character == '' and f'{panel.u}' == '0.5' and panel.u.valid
            raises(td.tdAttributeError, "'td.Panel' object has no attribute 'foo'", lambda: panel.foo)
            raises(td.tdAttributeError, "'td.Panel' object has no attribute 'foo'", assign(panel, 'foo', 1))
            assert not hasattr(op('panel').parent(), 'panel')
            """)
    }

    @Test func `a click presses and releases, a held button stays pressed`() throws {
        let host = try RunningHost()
        let outer = try host.create(ContainerCOMP.type, "outer")
        try host.create(ContainerCOMP.type, "inner", in: outer)

        try host.check(
            """
            inner = op('outer/inner')
            assert inner.interactMouse(.2, .3, leftClick=1) is inner
            assert inner.panel.u == .2 and inner.panel.lselect == 0
            inner.interactMouse(.2, .3, left=True)
            assert inner.panel.lselect == 1 and inner.panel.select == 1
            inner.interactMouse(.2, .3)
            assert inner.panel.select == 0
            assert inner.panelParent() is op('outer') and inner.panelParent(2) is None
            assert inner.panelRoot is op('outer') and op('outer').panelChildren == [inner]
            inner.par.w = 320
            assert inner.width == 320 and inner.setFocus() is None
            """)
    }
}
