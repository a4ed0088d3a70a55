import OperatorNetwork
import ProjectFiles
import Testing

@MainActor @Suite struct ProjectConversionTests {
    /// What a project is, apart from where its files lie.
    private func network(_ path: String) throws -> OperatorDescription {
        let target = try NetworkBuilder(Network()).build(ProjectCatalog.read(path))
        return try NetworkReader().read(target)
    }

    private func convert(_ from: String, to path: String) throws {
        for file in try ProjectConversion.files(of: ProjectCatalog.read(from), at: path) {
            try file.write()
        }
    }

    private let original = """
        network_path: /project1
        custom_pars:
          Page:
          - {name: Speed, style: Float, value: 2.5}
        storage: {a: {$type: tuple, $value: [1, 2]}}
        operators:
        - name: lamp
          type: baseCOMP
          comment: a lamp
          children:
          - name: code
            type: textDAT
            dat_content: |
              def f():
              	return '```'
          - name: text
            type: textDAT
            dat_content: "no newline"
          - name: cells
            type: tableDAT
            dock: code
            dat_content_format: table
            dat_content:
            - [a, b]
            - ['1', '']
          - name: odd
            type: tableDAT
            dat_content_format: table
            dat_content:
            - ["a\\tb", "c\\nd"]

        """

    @Test(arguments: ["folder", "show.tdn", "show.md"])
    func `a network survives the way into every form and back`(form: String) throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write("original.tdn", original)

        try convert(path, to: scratch.file(form))
        try convert(scratch.file(form), to: scratch.file("back.tdn"))

        #expect(try network(scratch.file(form)) == network(path))
        #expect(try network(scratch.file("back.tdn")) == network(path))
    }

    @Test func `a folder has a file for each DAT, named like it`() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write("original.tdn", original)

        let files = try ProjectConversion.files(of: ProjectCatalog.read(path), at: "show")

        #expect(
            files.map(\.path) == [
                "show/project.tdn", "show/lamp/code.py", "show/lamp/text.txt",
                "show/lamp/cells.tsv",
            ])
        #expect(files[0].text.contains("file: lamp/code.py"))
        #expect(files[3].text == "a\tb\n1\t\n")
    }

    @Test func `scripts without a DAT get one`() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write("Lamp.py", "class Lamp:\n    pass\n")

        try convert(path, to: scratch.file("show.tdn"))

        let lamp = try #require(network(scratch.file("show.tdn")).children.first)
        #expect(lamp.name == "Lamp")
        #expect(lamp.children.first?.content == .text("class Lamp:\n    pass\n"))
    }

    @Test func `a suffix of no form is refused`() throws {
        let scratch = try ScratchFolder()
        let project = try ProjectCatalog.read(scratch.write("original.tdn", original))

        #expect(throws: ProjectError.self) {
            try ProjectConversion.files(of: project, at: "show.toe")
        }
    }
}
