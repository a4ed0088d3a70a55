import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct PaneTypesTests {
    @Test func `there is always a pane, which shows the project`() throws {
        let host = try RunningHost()
        try host.create(BaseCOMP.type, "box")

        try host.check(
            """
            pane = ui.panes.current
            assert pane.owner is parent() and pane.name == 'pane1' and ui.panes['pane1'].id == pane.id
            assert isinstance(pane, td.NetworkEditor) and pane.type == PaneType.NETWORKEDITOR
            pane.owner = op('box')
            assert ui.panes[0].owner is op('box') and ui.panes['nope'] is None
            op('box').destroy()
            assert pane.owner is parent()
            pane.showParameters, pane.zoom = False, 2
            assert not pane.showParameters and pane.zoom == 2 and pane.bottomLeft.u == 0
            pane.home(op=me)
            assert pane.x == me.nodeCenterX
            """)
    }

    @Test func `panes are opened, split, changed and closed`() throws {
        let host = try RunningHost()

        try host.check(
            """
            made = ui.panes.createFloating(type=PaneType.PANEL, name='Output')
            assert ui.panes['Output'].id == made.id and type(made) is td.Pane and len(ui.panes) == 2
            other = made.splitRight()
            assert [p.name for p in ui.panes] == ['pane1', 'Output', other.name]
            other.close()
            assert not other.open and len(ui.panes) == 2
            assert made.changeType(PaneType.NETWORKEDITOR).type == PaneType.NETWORKEDITOR
            raises(td.tdError, "'PANEL' is no PaneType", lambda: made.changeType('PANEL'))
            made.close(); ui.panes.current.close()
            assert len(ui.panes) == 1 and not ui.panes.current.tearAway()
            """)
    }
}
