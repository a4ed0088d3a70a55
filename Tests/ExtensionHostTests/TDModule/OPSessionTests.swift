import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct OPSessionTests {
    @Test func `what shows an operator to people checks its arguments and does nothing`() throws {
        let host = try RunningHost()

        try host.check(
            """
            me.openViewer(unique=True, borders=False); me.closeViewer(topMost=True); me.openParameters()
            me.openMenu(x=1, y=2); me.resetViewer(recurse=True); me.unload(cacheMemory=True)
            raises(TypeError, '', lambda: me.openViewer(wide=True))
            assert me.fileFolder == project.folder and me.filePath.endswith(project.name) and me.visibleLevel == 0
            parent().par.externaltox = 'tox/box.tox'
            assert me.filePath == 'tox/box.tox' and me.fileFolder == 'tox' and me.maxInputs == 1
            assert me.gpuMemory == 0 and me.childrenGPUMemory() == 0 and me.replicator is None
            """)
    }

    @Test func `an operator becomes another type, and the old reference is dead`() throws {
        let host = try RunningHost()
        try host.create(BaseCOMP.type, "box")

        try host.check(
            """
            box = op('box')
            made = box.changeType(containerCOMP)
            assert not box.valid and made is op('box') and type(made) is containerCOMP
            assert made.asType(COMP) is made and made.asType(textDAT) is made
            raises(td.tdError, '/project1/box is a containerCOMP', lambda: made.asType(textDAT, checkType=True))
            raises(td.tdError, 'Unknown operator type', lambda: made.changeType('box'))
            """)
    }

    @Test func `start-up values are kept apart from the storage`() throws {
        let host = try RunningHost()

        try host.check(
            """
            me.store('a', 1)
            me.storeStartupValue('a', 0)
            assert me.fetch('a') == 1
            me.unstoreStartupValue('*')
            assert me.fetch('a') == 1
            """)
    }
}
