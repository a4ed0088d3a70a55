import OperatorNetwork
import Testing

@MainActor @Suite struct NetworkWiringTests {
    let network = Network()
    let a: Operator
    let b: Operator
    let comp: Operator
    let other: Operator

    init() throws {
        a = try network.create(TableDAT.type, named: "a", in: network.root)
        b = try network.create(TableDAT.type, named: "b", in: network.root)
        comp = try network.create(BaseCOMP.type, named: "comp", in: network.root)
        other = try network.create(BaseCOMP.type, named: "other", in: network.root)
    }

    @Test func `a wire is seen from both ends and told`() throws {
        let recorder = ChangeRecorder()
        network.observer = recorder

        try network.connect(of: a, toInput: 0, of: b)

        #expect(b.inputs.map(\.name) == ["a"])
        #expect(a.outputs.map(\.name) == ["b"])
        #expect(recorder.lines == ["wired /b"])
    }

    @Test func `a new wire takes the old one's input`() throws {
        let c = try network.create(TableDAT.type, named: "c", in: network.root)
        try network.connect(of: a, toInput: 0, of: b)

        try network.connect(of: c, toInput: 0, of: b)

        #expect(b.inputs.map(\.name) == ["c"])
        #expect(a.outputs.isEmpty)
    }

    @Test func `inputs are listed without gaps`() throws {
        try network.setInputs([nil, other, nil, other], of: comp)

        #expect(comp.inputs.map(\.name) == ["other", "other"])
        #expect(comp.inputWires.map(\.input) == [1, 3])

        network.disconnect(input: 3, of: comp)
        network.disconnect(input: 7, of: comp)
        #expect(comp.inputWires.map(\.input) == [1])
        try network.setInputs([], of: comp)
        #expect(comp.inputs.isEmpty)
        #expect(other.outputs.isEmpty)
    }

    @Test func `impossible wires are refused with the reason`() throws {
        let inside = try network.create(TableDAT.type, named: "inside", in: comp)

        let error = #expect(throws: NetworkError.self) {
            try network.connect(of: inside, toInput: 0, of: a)
        }

        #expect(
            error?.description
                == "/comp/inside can't be wired to /a: wires join operators in the same COMP; "
                + "use an In and an Out operator.")
        #expect(throws: NetworkError.self) { try network.connect(of: a, toInput: 1, of: b) }
        #expect(throws: NetworkError.self) { try network.connect(of: a, toInput: -1, of: b) }
        #expect(throws: NetworkError.self) {
            try network.connect(output: -1, of: a, toInput: 0, of: b)
        }
        #expect(throws: NetworkError.self) {
            try network.connect(of: other, toInput: .max, of: comp)
        }
        #expect(throws: NetworkError.self) {
            try network.connect(of: network.root, toInput: 0, of: comp)
        }
    }

    @Test func `destroying an operator cuts its wires and docks`() throws {
        try network.connect(of: a, toInput: 0, of: b)
        try network.dock(b, to: a)

        try network.destroy(a)

        #expect(b.inputs.isEmpty)
        #expect(b.dock == nil)
    }

    @Test func `operators dock to siblings`() throws {
        let inside = try network.create(TableDAT.type, named: "inside", in: comp)
        try network.dock(a, to: b)
        #expect(b.docked.map(\.name) == ["a"])

        try network.dock(a, to: comp)
        #expect(b.docked.isEmpty)
        #expect(a.dock === comp)

        try network.dock(a, to: nil)
        #expect(a.dock == nil)
        #expect(throws: NetworkError.self) { try network.dock(a, to: a) }
        #expect(throws: NetworkError.self) { try network.dock(a, to: inside) }
    }

    @Test func `loops of wires keep no operator alive`() throws {
        weak var witness: Operator?
        do {
            let looped = Network()
            let x = try looped.create(BaseCOMP.type, in: looped.root)
            let y = try looped.create(BaseCOMP.type, in: looped.root)
            try looped.connect(of: x, toInput: 0, of: y)
            try looped.connect(of: y, toInput: 0, of: x)
            witness = x
        }

        #expect(witness == nil)
    }

    @Test func `inputs that can't all be wired leave every wire as it was`() throws {
        let inside = try network.create(TableDAT.type, named: "inside", in: comp)
        try network.setInputs([comp], of: other)
        let recorder = ChangeRecorder()
        network.observer = recorder

        #expect(throws: NetworkError.self) { try network.setInputs([a, inside], of: other) }

        #expect(other.inputs.map(\.name) == ["comp"])
        #expect(comp.outputs.map(\.name) == ["other"])
        #expect(a.outputs.isEmpty)
        #expect(recorder.lines.isEmpty)
    }

    @Test func `inputs set together are one change`() throws {
        let recorder = ChangeRecorder()
        network.observer = recorder

        try network.setInputs([a, b], of: comp)

        #expect(recorder.lines == ["wired /comp"])
    }
}
