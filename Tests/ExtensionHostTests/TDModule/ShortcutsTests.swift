import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ShortcutsTests {
    @Test func `parent goes up as far as it is told and no further than the root`() throws {
        let host = try RunningHost()

        try host.check(
            """
            assert parent().path == '/project1' and parent(2).path == '/' and parent(0) is me
            assert parent(3) is None and parent(10 ** 15) is None
            assert me.parent() is parent() and parent().parent().path == '/'
            """)
    }

    @Test func `parent.Name is the nearest ancestor of that shortcut`() throws {
        let host = try RunningHost()
        let inner = try host.create(BaseCOMP.type, "inner")
        try host.project.parameters["parentshortcut"]?.set(.string("Stage"))
        try host.text("who", "found = parent.Stage\n", in: inner)

        try host.check(
            """
            assert parent.Stage.path == '/project1' and op('inner').op('who').module.found is parent()
            raises(td.tdAttributeError, "'td.ParentShortcut' object has no attribute 'Nobody'",
                   lambda: parent.Nobody)
            assert not hasattr(parent, 'Nobody')
            """)
    }

    @Test func `op.Name is the component of that global shortcut, and op lists all of them`() throws
    {
        let host = try RunningHost()

        try host.check(
            """
            raises(td.tdAttributeError, "'td.OPShortcut' object has no attribute 'Mixer'", lambda: op.Mixer)
            parent().par.opshortcut = 'Mixer'
            assert op.Mixer is parent() and [c.path for c in op] == ['/project1']
            other = parent().create(baseCOMP)
            other.par.opshortcut = 'Mixer'
            assert op.Mixer is other and parent().par.opshortcut == ''
            other.destroy()
            assert not hasattr(op, 'Mixer')
            """)
    }

    @Test func `op.TDResources is there with a time of its own that a pause does not stop`() throws
    {
        let host = try RunningHost()
        try host.check(
            """
            assert op.TDResources is op('/sys/TDResources')
            me.time.play = False
            run("parent().store('there', 1)", delayFrames=2, delayRef=op.TDResources)
            run("parent().store('here', 1)", delayFrames=2)
            """)

        host.frames(5)

        try host.check(
            """
            assert parent().storage == {'there': 1}, parent().storage
            assert op.TDResources.time.independent and op.TDResources.time.play
            """)
    }

    @Test func `iop and ipar reach what the component or an ancestor declares`() throws {
        let host = try RunningHost()

        try host.check(
            """
            data = parent().create(tableDAT, 'data')
            parent().par.iop0shortcut = 'Data'
            parent().par.iop0op = './data'
            assert iop.Data is data and parent().iop.Data is data and me.iop.Data is data
            assert ipar.Data.owner is data
            raises(td.tdAttributeError, '', lambda: iop.Other)
            """)
    }

    @Test func `mod reaches the module of another DAT by name and by path`() throws {
        let host = try RunningHost()
        try host.text("tools", "def twice(x): return 2 * x\n")

        try host.check(
            """
            assert mod.tools.twice(2) == 4 and mod('tools') is op('tools').module
            assert me.mod.tools is mod('/project1/tools') and mod('nothing') is None
            raises(td.tdAttributeError, '', lambda: mod.nothing)
            """)
    }
}
