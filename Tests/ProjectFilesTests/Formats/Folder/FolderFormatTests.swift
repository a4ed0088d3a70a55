import OperatorNetwork
import ProjectFiles
import Testing

@Suite struct FolderFormatTests {
    private let path = ScratchFolder.fixture("Folder/stage")

    private func child(_ name: String) throws -> OperatorDescription {
        try #require(try ProjectCatalog.read(path).target.children.first { $0.name == name })
    }

    @Test func `folders are COMPs and text files are DATs`() throws {
        let project = try ProjectCatalog.read(path)

        #expect(
            project.target.children.map { "\($0.name) \($0.type)" } == [
                "lights baseCOMP", "sound containerCOMP", "StageExt textDAT", "execute1 executeDAT",
                "settings tableDAT", "cues tableDAT", "settings1 textDAT",
            ])
        #expect(!project.needsDefaultWiring)
        #expect(project.folder.hasSuffix("/Fixtures/Folder/stage"))
    }

    @Test func `a file named like an extension is the extension of its COMP`() throws {
        let target = try ProjectCatalog.read(path).target

        #expect(target.sequences.map(\.name) == ["ext"])
        #expect(
            target.sequences.first?.blocks.first?.map(\.setting) == [
                .constant(.string("op('./StageExt').module.StageExt(me)")), .constant(.bool(true)),
            ])
    }

    @Test func `an extension file without its class stays a plain DAT`() throws {
        let project = try ProjectCatalog.read(path)

        #expect(try child("lights").sequences.isEmpty)
        #expect(project.notices.contains { $0.text.contains("has no class DimmerExt") })
    }

    @Test func `an execute script is switched on for what it defines`() throws {
        let execute = try child("execute1")

        #expect(execute.parameters.map(\.name) == ["start", "framestart"])
        #expect(execute.contentPlace == SourcePlace(file: path + "/execute1.py", line: 1))
    }

    @Test func `tables are read with their separators`() throws {
        #expect(try child("settings").content == .table([["name", "value"], ["speed", "1"]]))
        #expect(try child("cues").content == .table([["a, b", "2"], ["say \"hi\"", ""]]))
    }

    @Test func `a network inside is a COMP and its own folder no second one`() throws {
        let project = try ProjectCatalog.read(path)

        #expect(try child("sound").children.map(\.name) == ["audio1"])
        #expect(
            project.notices.contains { $0.text.contains("run.cmd") && $0.text.contains("sound") })
    }

    @Test func `a document beside its network is no second operator`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("show/part.tdn", "operators: []\n")
        try scratch.write("show/part.md", "# Part\n")
        try scratch.write("show/other.md", "# Other\n")

        let project = try ProjectCatalog.read(scratch.file("show"))

        #expect(project.target.children.map(\.name) == ["part", "other"])
    }

    @Test(arguments: ["project.tdn", "show.tdn"])
    func `a network file of the folder's name is the project`(name: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write("show/\(name)", "operators: [{name: a, type: textDAT}]\n")
        try scratch.write("show/b.py", "x\n")

        let project = try ProjectCatalog.read(scratch.file("show"))

        #expect(project.name == "show")
        #expect(project.target.children.map(\.name) == ["a"])
    }

    @Test func `two network files that could be the project are refused`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("show/project.tdn", "operators: []\n")
        try scratch.write("show/show.tdn", "operators: []\n")

        #expect(scratch.failure("show")?.reason.contains("either could be the project") == true)
    }

    @Test func `a folder without operators is refused`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("show/.hidden.py", "x")
        try scratch.write("show/__pycache__/a.py", "x")
        try scratch.write("show/a.png", [0x89, 0x50])

        #expect(scratch.failure("show")?.reason.contains("holds nothing") == true)
    }

    @Test func `links are not followed, so no circle and no way out`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("show/a.py", "x\n")
        try scratch.write("secret.txt", "x\n")
        try scratch.link("show/loop", to: ".")
        try scratch.link("show/out.txt", to: "../secret.txt")

        let project = try ProjectCatalog.read(scratch.file("show"))

        #expect(project.target.children.map(\.name) == ["a"])
        #expect(project.notices.first?.text.contains("loop, out.txt") == true)
    }

    @Test func `a file past the size limit is noted and not read`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("show/a.py", "x\n")
        try scratch.write("show/big.txt", [UInt8](repeating: 0x61, count: 20 * 1024 * 1024 + 1))

        let project = try ProjectCatalog.read(scratch.file("show"))

        #expect(project.target.children.map(\.name) == ["a"])
        #expect(project.notices.first?.text.contains("big.txt") == true)
    }
}
