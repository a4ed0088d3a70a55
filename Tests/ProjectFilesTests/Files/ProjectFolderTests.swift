import Testing

@testable import ProjectFiles

@Suite struct ProjectFolderTests {
    private let place = SourcePlace(file: "n.tdn", line: 5)

    @Test func `a file inside is found, by slashes of either kind`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("in/a/b.py", "x")
        let folder = try ProjectFolder(scratch.file("in"))

        let found = try folder.find("a\\b.py", place: place, field: "file")
        let dotted = try folder.find("./a/../a/b.py", place: place, field: "file")

        #expect(found?.path == scratch.file("in/a/b.py"))
        #expect(dotted?.shown == scratch.file("in/a/b.py"))
    }

    @Test func `a missing file is nil`() throws {
        let scratch = try ScratchFolder()
        let folder = try ProjectFolder(scratch.path)

        #expect(try folder.find("a.py", place: place, field: "file") == nil)
    }

    @Test(arguments: [
        "../out.py", "a/../../out.py", "/etc/passwd", "C:\\out.py", "~/out.py", "link.py",
    ])
    func `a reference out of the folder is refused where it stands`(reference: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write("out.py", "x")
        try scratch.write("in/a/b.py", "x")
        try scratch.link("in/link.py", to: "../out.py")
        let folder = try ProjectFolder(scratch.file("in"))

        let error = #expect(throws: ProjectError.self) {
            try folder.find(reference, place: place, field: "tdn_ref")
        }

        #expect(error?.line == 5)
        #expect(error?.reason.hasPrefix("The tdn_ref '\(reference)' leads out of") == true)
    }

    @Test func `a folder whose name begins alike is not inside`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("in-other/a.py", "x")
        try scratch.write("in/b.py", "x")
        try scratch.link("in/a.py", to: scratch.file("in-other/a.py"))
        let folder = try ProjectFolder(scratch.file("in"))

        #expect(throws: ProjectError.self) {
            try folder.find("a.py", place: place, field: "file")
        }
    }
}
