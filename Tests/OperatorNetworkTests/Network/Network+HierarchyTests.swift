import OperatorNetwork
import Testing

@MainActor @Suite struct NetworkHierarchyTests {
    let network = Network()

    private func panel(_ name: String) throws -> Operator {
        try network.create(ContainerCOMP.type, named: name, in: network.root)
    }

    @Test func `a tie is seen from both ends, and a new one takes its place`() throws {
        let (a, b, c) = try (panel("a"), panel("b"), panel("c"))

        try network.tie(b, below: a)
        try network.tie(c, below: a)
        try network.tie(b, below: c)

        #expect(a.componentsBelow.map(\.name) == ["c"])
        #expect(b.componentAbove === c)
        try network.tie(b, below: nil)
        #expect(b.componentAbove == nil)
        #expect(c.componentsBelow.isEmpty)
    }

    @Test func `what does not fit is refused with the reason`() throws {
        let (a, b) = try (panel("a"), panel("b"))
        let base = try network.create(BaseCOMP.type, named: "base", in: network.root)
        let inside = try network.create(ContainerCOMP.type, named: "inside", in: a)
        try network.tie(b, below: a)

        for (child, parent) in [(a, b), (a, a), (base, a), (inside, a)] {
            #expect(throws: NetworkError.self) { try network.tie(child, below: parent) }
        }
        #expect(a.componentAbove == nil)
    }

    @Test func `ties among copies are copied, and end with an operator`() throws {
        let (a, b) = try (panel("a"), panel("b"))
        try network.tie(b, below: a)

        let copies = try network.copy([a, b], into: network.root)
        try network.destroy(a)

        #expect(copies[1].componentAbove === copies[0])
        #expect(b.componentAbove == nil)
    }
}
