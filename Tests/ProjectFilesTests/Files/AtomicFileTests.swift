import Foundation
import ProjectFiles
import Testing

@Suite struct AtomicFileTests {
    @Test func `a file is replaced, keeps its permissions, and nothing is left beside it`() throws {
        let folder = try ScratchFolder()
        let path = try folder.write("a.tdn", "old")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)

        try AtomicFile.write("new", to: path)

        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o640)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.tdn"])
    }

    @Test func `a symbolic link stays one, its target is written`() throws {
        let folder = try ScratchFolder()
        let path = try folder.write("real/a.tdn", "old")
        try folder.link("link.tdn", to: path)

        try AtomicFile.write("new", to: folder.file("link.tdn"))

        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
        let link = try FileManager.default.destinationOfSymbolicLink(
            atPath: folder.file("link.tdn"))
        #expect(link == path)
    }

    @Test func `what cannot be written is told, and nothing changes`() throws {
        let folder = try ScratchFolder()

        #expect(throws: ProjectError.self) {
            try AtomicFile.write("x", to: folder.file("nowhere/a.tdn"))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func `what a killed program left is removed`() throws {
        let folder = try ScratchFolder()
        // No process has the highest number there is.
        try folder.write(".a.tdn.4194304.saving", "half")
        try folder.write(".a.tdn.notes.saving", "mine")

        try AtomicFile.write("x", to: folder.file("a.tdn"))

        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == [".a.tdn.notes.saving", "a.tdn"])
    }
}
