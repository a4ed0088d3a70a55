import ProjectFiles
import Testing

@Suite struct TDNContentTests {
    private func dat(_ fields: String) -> String {
        "operators:\n- name: a\n  type: textDAT\n  \(fields)\n"
    }

    @Test func `a heading names the block that is the content`() throws {
        let path = ScratchFolder.fixture("Markdown/wired.tdn")
        let document = ScratchFolder.fixture("Markdown/wired.md")

        let project = try ProjectCatalog.read(path)
        let dats = try #require(project.target.children.first).children

        #expect(dats[0].content == .text("class WiredExt:\n    pass\n"))
        #expect(dats[0].contentPlace == SourcePlace(file: document, line: 6))
        #expect(dats[1].content == .text("def onStart():\n    return\n"))
        #expect(dats[1].contentPlace?.line == 13)
        #expect(dats[2].content == dats[1].content)
    }

    @Test func `a whole file is content from its first line`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("code/a.py", "x = 1\n")

        let project = try scratch.network(dat("file: code/a.py"))
        let dat = try #require(project.target.children.first)

        #expect(dat.content == .text("x = 1\n"))
        #expect(dat.contentPlace == SourcePlace(file: scratch.file("code/a.py"), line: 1))
    }

    @Test(arguments: [
        ("file: missing.py", "is not in the folder"),
        ("file: d.md#Nowhere", "has no heading 'Nowhere'"),
        ("file: d.md#One/3", "Block 3 under the heading 'One'"),
        ("file: '#One'", "both a file and a heading"),
        ("file: d.md#", "both a file and a heading"), ("file: ''", "both a file and a heading"),
        ("file: ../d.md#One", "leads out of the project folder"),
        ("dat_content: {a: 1}", "'dat_content' must be text or a list"),
        ("dat_content: [[a, [b]]]", "'dat_content' must be text"),
        ("dat_content: x\n  dat_content_format: wide", "neither text nor table"),
    ])
    func `content that cannot be had is refused`(fields: String, reason: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write("d.md", "# One\n\n```python\nx\n```\n")

        let error = try scratch.failure(ofNetwork: dat(fields))

        #expect(error?.file == scratch.file("n.tdn"))
        #expect(error?.line == (fields.contains("\n") ? 5 : 4))
        #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    }

    @Test func `the parameter file fills a DAT that has no text`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("a.py", "x = 1\n")
        try scratch.write("t.csv", "a,b\n")

        let project = try scratch.network(
            """
            operators:
            - {name: a, type: textDAT, parameters: {file: a.py}}
            - {name: b, type: tableDAT, parameters: {file: t.csv}}
            - {name: c, type: parameterexecuteDAT, parameters: {file: a.py}}
            - {name: d, type: moviefileinTOP, parameters: {file: a.py}}
            - {name: e, type: textDAT, parameters: {file: =me.name}}
            """)

        let contents = project.target.children.map(\.content)
        #expect(
            contents == [.text("x = 1\n"), .table([["a", "b"]]), .text("x = 1\n"), nil, nil])
    }

    @Test func `stored text gives way only while syncfile is on`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("a.py", "new\n")

        let project = try scratch.network(
            """
            operators:
            - {name: a, type: textDAT, dat_content: old, parameters: {file: a.py}}
            - {name: b, type: textDAT, dat_content: old, parameters: {file: a.py, syncfile: true}}
            """)

        #expect(project.target.children.map(\.content) == [.text("old"), .text("new\n")])
    }

    @Test func `a parameter file that is missing or outside is only noted`() throws {
        let project = try ScratchFolder().network(
            """
            operators:
            - {name: a, type: textDAT, parameters: {file: gone.py}}
            - {name: b, type: textDAT, parameters: {file: /etc/hostname}}
            """)

        #expect(project.notices.map(\.line) == [2, 3])
        #expect(project.target.children.allSatisfy { $0.content == nil })
    }
}
