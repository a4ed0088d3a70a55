import OperatorNetwork
import Testing

@MainActor @Suite struct OperatorTests {
    let network = Network()
    let project: Operator
    let text: Operator

    init() throws {
        project = try network.create(BaseCOMP.type, named: "project1", in: network.root)
        text = try network.create(TextDAT.type, named: "text12", in: project)
    }

    @Test func `paths start at the root`() {
        #expect(text.path == "/project1/text12")
        #expect(project.path == "/project1")
    }

    @Test func `ancestors go up to the root`() {
        #expect(text.ancestors.map(\.path) == ["/project1", "/"])
        #expect(text.isInside(network.root))
        #expect(!text.isInside(text))
    }

    @Test func `a name knows its digits and base`() {
        #expect(text.digits == 12)
        #expect(text.base == "text")
    }

    @Test func `a fresh operator has TouchDesigner's defaults`() {
        #expect(text.flags.contains([.expose, .allowCooking]))
        #expect(!text.flags.contains(.bypass))
        #expect(text.color == OperatorColor(red: 0.545, green: 0.545, blue: 0.545))
        #expect((text.nodeX, text.nodeY) == (0, 0))
        #expect(text.tags.isEmpty && text.comment.isEmpty && text.dock == nil)
        #expect(text.isValid)
    }

    @Test func `a changed flag is told once`() {
        let recorder = ChangeRecorder()
        network.observer = recorder

        text.flags.insert(.bypass)
        text.flags.insert(.bypass)

        #expect(recorder.lines == ["flags /project1/text12"])
    }

    @Test func `children keep the order they came in, across removals and renames`() throws {
        let many = try (0..<100).map {
            try network.create(BaseCOMP.type, named: "c\($0)", in: project)
        }
        for (number, child) in many.enumerated() where number % 3 != 0 {
            try network.destroy(child)
        }
        try network.rename(many[3], to: "renamed")

        let names = project.children.map(\.name)

        #expect(names.prefix(3) == ["text12", "c0", "renamed"])
        #expect(names.count == 35)
        #expect(
            names.dropFirst().map { project.child(named: $0)?.name } == names.dropFirst().map { $0 }
        )
        #expect(project.numChildren == 35)
    }
}
