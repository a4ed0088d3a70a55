import OperatorNetwork
import Testing

@MainActor @Suite struct NetworkChangingTypeTests {
    let network = Network()

    @Test func `another type keeps name, place, wires, docks and what is inside`() throws {
        let old = try network.create(BaseCOMP.type, named: "box", in: network.root)
        let (before, after) = try (
            network.create(BaseCOMP.type, named: "before", in: network.root),
            network.create(BaseCOMP.type, named: "after", in: network.root)
        )
        let note = try network.create(TextDAT.type, named: "note", in: network.root)
        _ = try network.create(TextDAT.type, named: "inside", in: old)
        try network.connect(of: before, toInput: 1, of: old)
        try network.connect(of: old, toInput: 0, of: after)
        try network.dock(note, to: old)
        (old.nodeX, old.comment) = (70, "hello")
        try old.parameters["parentshortcut"]?.set(.string("Box"))

        let made = try network.changeType(of: old, to: ContainerCOMP.type)

        #expect(!old.isValid && made.type.name == "containerCOMP" && made.path == "/box")
        #expect(made.nodeX == 70 && made.comment == "hello")
        #expect(made.parameters["parentshortcut"]?.value == .string("Box"))
        #expect(made.children.map(\.name) == ["inside"])
        #expect(made.inputWires.map(\.input) == [1] && after.inputs.first === made)
        #expect(note.dock === made)
    }

    @Test func `the root keeps its type`() {
        #expect(throws: NetworkError.self) {
            try network.changeType(of: network.root, to: ContainerCOMP.type)
        }
    }
}
