import ProjectFiles
import Testing

@Suite struct PackedFilesTests {
    private func file(_ name: String, _ content: String) -> [UInt8] {
        let size = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: content.utf8.count >> $0) }
        return [0x34, UInt8(name.utf8.count + 1)] + size + Array(name.utf8) + [0]
            + Array(content.utf8)
    }

    private func folder(_ name: String, _ inside: [UInt8]) -> [UInt8] {
        [0x36, 0x34, UInt8(name.utf8.count + 1)] + Array(name.utf8) + [0] + inside + [0x35]
    }

    private func tree(_ packed: [UInt8]) throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try scratch.write("a.tox.dir/a.n", "COMP:base\nend\n")
        try scratch.write("a.tox.dir/a.lod", packed)
        return scratch
    }

    @Test func `what is packed is inside of the COMP, folders in folders`() throws {
        let scratch = try tree(
            file(".build", "version 099\n") + file("box.n", "COMP:base\nend\n")
                + folder(
                    "box",
                    file("note.n", "DAT:text\nend\n") + file("note.text", "hello")
                        + file("deep.n", "COMP:base\nend\n")
                        + folder("deep", file("end.n", "CHOP:null\nend\n")))
                + file("last.n", "DAT:table\nend\n"))

        let project = try ProjectCatalog.read(scratch.file("a.tox.dir"))
        let box = try #require(project.target.children.first)

        #expect(project.target.children.map(\.name) == ["box", "last"])
        #expect(box.children.map(\.type) == ["textDAT", "baseCOMP"])
        #expect(box.children.first?.content == .text("hello"))
        #expect(box.children.last?.children.map(\.name) == ["end"])
        #expect(box.children.first?.place.file.hasSuffix("a.lod/box/note.n") == true)
    }

    @Test(
        arguments: [
            [0x34], [0x34, 2, 0, 0, 0, 9, 0x61, 0, 0x62], [0x34, 9, 0, 0, 0, 0, 0x61],
            [0x36, 0x34, 2, 0x61], [0x36, 0x35, 2, 0x61, 0], [0x35], [0x20], [0x34, 0, 0, 0, 0, 0],
        ] as [[UInt8]])
    func `what is cut short or of another kind is refused by its name`(bytes: [UInt8]) throws {
        let error = try tree(bytes).failure("a.tox.dir")

        #expect(error?.file.hasSuffix("a.lod") == true)
        #expect(error?.reason.hasPrefix("The packed part of the tree") == true)
    }

    @Test func `folders that nest past the limit are refused`() throws {
        let folders = (0...ReadingLimits.depth).flatMap { _ in [0x36, 0x34, 2, 0x61, 0] as [UInt8] }

        let error = try tree(folders).failure("a.tox.dir")

        #expect(error?.reason.contains("nested more than") == true)
    }
}
