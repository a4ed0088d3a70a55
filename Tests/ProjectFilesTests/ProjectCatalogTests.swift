import ProjectFiles
import Testing

@Suite struct ProjectCatalogTests {
    @Test func `a missing file is named with where paths start from`() throws {
        let scratch = try ScratchFolder()

        let error = scratch.failure("nothing.md")

        #expect(error?.file == scratch.file("nothing.md"))
        #expect(error?.reason == "There is no file or folder at this path.")
    }

    @Test(arguments: ["show.toe", "part.TOX"])
    func `a binary file is refused with the way to its text`(name: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write(name, [0x00, 0xFF])

        let error = scratch.failure(name)

        #expect(error?.reason.contains("binary TouchDesigner file") == true)
        #expect(error?.suggestion.contains("toeexpand") == true)
    }

    @Test func `an expanded toe folder without nodes is refused`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("show.toe.dir/.build", "version 099\n")

        let error = scratch.failure("show.toe.dir")

        #expect(error?.reason.contains("no node files") == true)
    }

    @Test func `an unknown suffix is refused with the known ones`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("a.zip", "x")
        try scratch.write("bare", "x")

        #expect(scratch.failure("a.zip")?.reason.contains("ends with .zip") == true)
        #expect(scratch.failure("bare")?.reason.contains("has no suffix") == true)
        #expect(scratch.failure("bare")?.suggestion.contains(".tdn network") == true)
    }

    @Test(arguments: ["a.py", "a.md", "a.tdn"])
    func `an empty file is refused in every format`(name: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write(name, " \n\t\n")

        let error = scratch.failure(name)

        #expect(error?.reason.hasSuffix("is empty.") == true)
    }

    @Test(arguments: ["a.py", "a.md", "a.tdn", "folder/a.py"])
    func `a file that is not UTF-8 is refused with line and byte`(name: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write(name, Array("a = 1\nb = 'caf".utf8) + [0xE9] + Array("'\n".utf8))

        let error = scratch.failure(name.hasPrefix("folder") ? "folder" : name)

        #expect(error?.file == scratch.file(name))
        #expect(error?.line == 2)
        #expect(error?.reason == "The byte 0xE9 at offset 14 is not UTF-8.")
        #expect(error?.suggestion == "Save the file as UTF-8.")
    }

    @Test func `a device is no project`() throws {
        #expect(throws: ProjectError.self) { try ProjectCatalog.read("/dev/null") }
    }

    @Test func `every format is listed once`() {
        #expect(Set(ProjectCatalog.formats.map { $0.name }).count == ProjectCatalog.formats.count)
    }
}
