import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct COMPFilesTests {
    @Test func `what needs TouchDesigner's binary form says so`() throws {
        let host = try RunningHost()

        try host.check(
            """
            assert parent().loadTox('nowhere.tox') is None
            raises(td.tdError, 'Input bytearray object has 0 length.', lambda: parent().loadByteArray(b''))
            raises(td.tdError, 'loadByteArray() works on', lambda: parent().loadByteArray(b'1'))
            raises(td.tdError, 'Error reloading component.', lambda: parent().reload('nowhere.tox'))
            raises(td.tdError, 'saveByteArray() works on', lambda: parent().saveByteArray())
            """)
        #expect(host.lines.contains { $0.contains("there is no file nowhere.tox") })
    }

    @Test func `a component is dirty once something in it has changed`() throws {
        let host = try RunningHost()
        let box = try host.create(BaseCOMP.type, "box")
        try host.text("code", "", in: box)
        host.host.start()

        try host.check(
            """
            box = op('box')
            assert not box.dirty
            box.op('code').text = 'changed'
            assert box.dirty and parent().dirty
            """)
    }
}
