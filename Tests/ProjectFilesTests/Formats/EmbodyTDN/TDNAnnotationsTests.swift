import OperatorNetwork
import ProjectFiles
import Testing

@MainActor @Suite struct TDNAnnotationsTests {
    private let text = """
        annotations:
        - name: hint
          mode: annotate
          title: =Title
          text: |-
            two
            lines
          position: [-10, 20]
          size: [300, 200]
          color: [0.2, 0.4, 0.6]
          opacity: 0.5
        operators: []

        """

    /// A network with the annotation, and the files that saving it would write.
    private func load(
        _ text: String
    ) throws -> (target: Operator, written: () throws -> [WrittenFile]) {
        let scratch = try ScratchFolder()
        let path = try scratch.write("show.tdn", text)
        let network = Network.complete
        let target = try NetworkBuilder(network).build(ProjectCatalog.read(path))
        return (
            target,
            {
                _ = scratch
                _ = network
                return try TDNWriter(target).files(at: path)
            }
        )
    }

    @Test func `an annotation is an Annotate COMP that only those find who ask for utilities`()
        throws
    {
        let (target, written) = try load(text)
        let hint = try #require(target.child(named: "hint"))

        #expect(hint.type.name == "annotateCOMP")
        #expect(hint.flags.contains(.utility))
        #expect(hint.parameters["Titletext"]?.value == .string("=Title"))
        #expect(hint.parameters["Bodytext"]?.value == .string("two\nlines"))
        #expect(hint.parameters["Mode"]?.value == .string("annotate"))
        #expect(hint.parameters["Backcolorg"]?.value == .double(0.4))
        #expect(hint.parameters["Opacity"]?.value == .double(0.5))
        #expect(hint.parameters["Backcoloralpha"]?.value == .double(1))
        #expect((hint.nodeX, hint.nodeHeight) == (-10, 200))
        #expect(try written() == [])
    }

    @Test func `a change of an annotation changes its line`() throws {
        let (target, written) = try load(text)
        let hint = try #require(target.child(named: "hint"))

        try hint.parameters["Opacity"]?.set(.double(0.75))
        let opacity = try #require(written().first).text
        try hint.parameters["Opacity"]?.set(.double(1))
        try hint.parameters["Backcolorr"]?.set(.double(1))

        #expect(opacity == text.replacing("opacity: 0.5", with: "opacity: 0.75"))
        #expect(
            try written().first?.text
                == text.replacing("  opacity: 0.5\n", with: "").replacing("[0.2, ", with: "[1, "))
    }

    @Test func `annotations come and go`() throws {
        let (target, written) = try load("operators: []\n")
        let network = try #require(target.network)
        let type = try #require(network.catalog["annotateCOMP"])
        let note = try network.create(type, named: "note", in: target)

        note.flags.insert(.utility)
        try note.parameters["Titletext"]?.set(.string("Here"))
        #expect(
            try written().first?.text == """
                operators: []
                annotations:
                - name: note
                  mode: comment
                  title: Here
                  size: [130, 90]

                """)

        try network.destroy(note)
        #expect(try written() == [])
    }
}
