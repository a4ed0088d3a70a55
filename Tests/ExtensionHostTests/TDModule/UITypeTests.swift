import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct UITypeTests {
    @Test func `dialogs answer as nobody would, and say so`() throws {
        let host = try RunningHost()

        try host.check(
            """
            assert ui.messageBox('Delete?', 'All of it', buttons=['Yes', 'No']) == 0
            assert ui.chooseFile(load=False, fileTypes=['txt']) is None and ui.chooseFolder() is None
            assert ui.viewFile('x') is None and ui.openTextport() is None and ui.findEditDAT('x') is None
            raises(TypeError, '', lambda: ui.messageBox())
            """)

        #expect(host.lines.contains("[understudy] Delete?: All of it -> Yes of Yes, No"))
        #expect(host.lines.filter { $0.contains("nobody is here to choose") }.count == 2)
    }

    @Test func `what is set is there to be read`() throws {
        let host = try RunningHost()

        try host.check(
            """
            ui.clipboard, ui.status, ui.masterVolume, ui.performMode = 'a', 'b', 0.5, 1
            assert (ui.clipboard, ui.status, ui.masterVolume, ui.performMode) == ('a', 'b', 0.5, True)
            assert ui.rolloverOp is None and ui.windowWidth == 0 and type(ui) is td.UI
            ui.colors['default.bg'] = (1, 0, 0)
            assert ui.colors['default.bg'] == (1, 0, 0) and list(ui.colors) == ['default.bg'] and len(ui.colors) == 1
            ui.colors.resetToDefaults()
            raises(td.tdError, "Colors has no 'default.bg' here", lambda: ui.colors['default.bg'])
            ui.preferences['dats.autoindent'] = 0
            assert ui.preferences['dats.autoindent'] == 0 and 'x' not in ui.options
            """)
    }

    @Test func `operators are copied to the clipboard as they are then`() throws {
        let host = try RunningHost()
        try host.text("one", "text")
        try host.create(BaseCOMP.type, "box")

        try host.check(
            """
            ui.copyOPs([op('one')])
            op('one').destroy()
            made = ui.pasteOPs(op('box'), x=40, y=2)
            assert [o.path for o in made] == ['/project1/box/one'] and made[0].text == 'text'
            assert (made[0].nodeX, made[0].nodeY) == (40, 2)
            assert ui.pasteOPs(op('box'))[0].name == 'one1'
            """)
    }
}
