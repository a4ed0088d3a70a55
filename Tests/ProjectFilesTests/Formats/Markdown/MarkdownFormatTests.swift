import ProjectFiles
import Testing

@Suite struct MarkdownFormatTests {
    private let path = ScratchFolder.fixture("Markdown/patterns.md")

    @Test func `each heading with Python becomes a COMP, numbered on a clash`() throws {
        let project = try ProjectCatalog.read(path)

        #expect(
            project.target.children.map(\.name) == ["Queue_Based_Pattern", "Queue_Based_Pattern1"])
        #expect(project.target.children.map(\.place.line) == [9, 30])
        #expect(project.needsDefaultWiring)
        #expect(project.networkPath == "/project1")
    }

    @Test func `each Python block is a script with its bytes and its line`() throws {
        let scripts = try ProjectCatalog.read(path).scripts

        #expect(
            scripts.map(\.component) == [
                "Queue_Based_Pattern", "Queue_Based_Pattern", "Queue_Based_Pattern1",
            ])
        #expect(scripts.map(\.heading) == Array(repeating: "Queue-Based Pattern", count: 3))
        #expect(scripts.map(\.place.line) == [12, 20, 36])
        #expect(scripts.map(\.operatorPath) == [nil, "/project1/poll", nil])
        #expect(
            scripts[0].text
                == "class Worker:\n\tdef __init__(self, ownerComp):\n\t\tself.ownerComp = ownerComp\n"
        )
        #expect(scripts[2].text == "x = 1\n~~~\n  indented = 2\n")
    }

    @Test func `blocks in other languages are noted`() throws {
        let notices = try ProjectCatalog.read(path).notices

        #expect(notices.map(\.line) == [27])
        #expect(notices.first?.text.contains("'sh'") == true)
    }

    @Test func `a companion beside the document is the project`() throws {
        let project = try ProjectCatalog.read(ScratchFolder.fixture("Markdown/wired.md"))

        #expect(project.name == "wired")
        #expect(project.file == ScratchFolder.fixture("Markdown/wired.tdn"))
        #expect(!project.needsDefaultWiring)
        #expect(project.scripts.isEmpty)
        #expect(project.target.children.first?.children.count == 3)
    }

    @Test func `a document without Python is refused`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("a.md", "# Words\n\n```sh\nls\n```\n")

        #expect(scratch.failure("a.md")?.reason == "The document has no Python code block.")
    }

    @Test func `a block above all headings goes to a COMP named after the document`() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write("my-notes.md", "```python\nx = 1\n```\n")

        #expect(try ProjectCatalog.read(path).scripts.first?.component == "my_notes")
    }
}
