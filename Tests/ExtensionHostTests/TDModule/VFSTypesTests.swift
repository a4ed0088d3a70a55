import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct VFSTypesTests {
    @Test func `a component carries files`() throws {
        let host = try RunningHost()
        try host.create(BaseCOMP.type, "box")

        try host.check(
            """
            import os, tempfile
            vfs = op('box').vfs
            file = vfs.addByteArray(b'abc', 'A/words.txt')
            assert file.size == 3 and file.byteArray == bytearray(b'abc') and file.owner is op('box')
            assert file.virtualPath == 'vfs:/project1/box:A/words.txt' and file.originalFilePath == ''
            assert list(op('box').vfs) == ['A/words.txt'] and len(vfs) == 1 and file.date.year > 2000
            file.byteArray = b'abcd'; file.name = 'B/words.txt'
            assert vfs['B/words.txt'].size == 4 and [f.name for f in vfs.find('B*')] == ['B/words.txt']
            raises(td.tdError, "There is no virtual file 'A", lambda: vfs['A/words.txt'])
            for bad in ('/x', '', '../x'): raises(td.tdError, repr(bad), lambda: vfs.addByteArray(b'', bad))
            with tempfile.TemporaryDirectory() as folder:
                path = vfs.export(folder)[0]
                assert path == os.path.join(folder, 'B/words.txt') and open(path).read() == 'abcd'
                raises(td.tdError, path + ' exists', lambda: vfs.export(folder))
                assert vfs.export(folder, overwrite=True) == [path]
                other = vfs.addFile(path)
                assert other.name == 'words.txt' and other.originalFilePath == path and len(vfs) == 2
            file.destroy()
            assert list(vfs) == ['words.txt']
            raises(td.tdError, 'Invalid VFSFile', lambda: file.size)
            op('box').destroy()
            raises(td.tdError, 'Invalid OP', lambda: len(vfs))
            """)
    }
}
