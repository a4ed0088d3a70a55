import ProjectFiles
import Testing

@Suite struct PythonFormatTests {
    @Test func `a file is one script in a COMP of its name`() throws {
        let path = ScratchFolder.fixture("Python/lamp-ext.py")

        let project = try ProjectCatalog.read(path)

        #expect(project.name == "lamp-ext")
        #expect(project.needsDefaultWiring)
        #expect(project.networkPath == "/project1")
        #expect(project.target.children.map(\.name) == ["lamp_ext"])
        #expect(
            project.scripts == [
                ScriptBlock(
                    component: "lamp_ext", heading: "lamp-ext", language: "python",
                    text: "class LampExt:\n\tpass\n", place: SourcePlace(file: path, line: 1))
            ])
    }

    @Test func `text is kept byte for byte`() throws {
        let scratch = try ScratchFolder()
        let text = "a = 1\r\n\tb\u{C}\n\nlast"
        let path = try scratch.write("a.py", text)

        #expect(try ProjectCatalog.read(path).scripts.first?.text == text)
    }
}
