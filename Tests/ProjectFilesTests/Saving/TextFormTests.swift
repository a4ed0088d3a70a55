import ProjectFiles
import Testing

@Suite struct TextFormTests {
    @Test(arguments: [
        ("show.tdn", "show.tdn"), ("a/show.toe", "a/show.tdn"), ("lamp.tox", "lamp.tdn"),
        ("doc.md", "doc.tdn"), ("show", "show.tdn"), ("a.b/show", "a.b/show.tdn"),
    ])
    func `what is named by a binary suffix is written as text`(name: String, file: String) {
        #expect(TextForm.written(for: name) == file)
    }

    @Test func `a binary file gives way to the text beside it`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("a.tox", [0])
        try scratch.write("a.tox.dir/a.n", "COMP:base\nend\n")
        try scratch.write("b.tox", [0])

        #expect(TextForm.read(for: scratch.file("a.tox")) == scratch.file("a.tox.dir"))
        #expect(TextForm.read(for: scratch.file("b.tox")) == scratch.file("b.tox"))
        try scratch.write("a.tdn", "operators: []")
        #expect(TextForm.read(for: scratch.file("a.tox")) == scratch.file("a.tdn"))
    }
}
