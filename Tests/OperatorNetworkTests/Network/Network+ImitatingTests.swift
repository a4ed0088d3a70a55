import OperatorNetwork
import Testing

@MainActor @Suite struct NetworkImitatingTests {
    let network = Network()
    let master: Operator
    let clone: Operator

    init() throws {
        master = try network.create(BaseCOMP.type, named: "master", in: network.root)
        clone = try network.create(BaseCOMP.type, named: "clone", in: network.root)
        let text = try network.create(TextDAT.type, named: "text", in: master)
        let table = try network.create(TableDAT.type, named: "table", in: master)
        try text.content?.setText("one")
        try network.connect(of: text, toInput: 0, of: table)
    }

    @Test func `a clone gets what its master has, and keeps the operators it has already`() throws {
        try network.imitate(clone, master)
        let text = try #require(clone.child(named: "text"))
        #expect(clone.children.map(\.name) == ["text", "table"] && text.content?.text == "one")
        #expect(clone.child(named: "table")?.inputs.first === text)

        try master.child(named: "text")?.content?.setText("two")
        _ = try network.create(BaseCOMP.type, named: "more", in: master)
        _ = try network.create(BaseCOMP.type, named: "extra", in: clone)
        network.disconnect(input: 0, of: try #require(master.child(named: "table")))
        try network.imitate(clone, master)

        #expect(clone.child(named: "text") === text && text.content?.text == "two")
        #expect(Set(clone.children.map(\.name)) == ["text", "table", "more"])
        #expect(clone.child(named: "table")?.inputs.isEmpty == true)
    }

    @Test func `what is clone immune keeps what it has`() throws {
        try network.imitate(clone, master)
        let text = try #require(clone.child(named: "text"))
        text.flags.insert(.cloneImmune)
        try text.content?.setText("mine")
        let own = try network.create(BaseCOMP.type, named: "own", in: clone)
        own.flags.insert(.cloneImmune)

        try network.imitate(clone, master)

        #expect(text.content?.text == "mine" && own.isValid)
    }

    @Test func `parameters inside follow, custom ones included`() throws {
        let inner = try network.create(BaseCOMP.type, named: "inner", in: master)
        let page = inner.parameters.customPage(named: "Look")
        _ = try inner.parameters.appendCustom("Size", style: .float, on: page)
        try network.imitate(clone, master)

        try inner.parameters["Size"]?.set(.double(0.5))
        try inner.parameters["ext0name"]?.set(.string("Ext"))
        try network.imitate(clone, master)

        let copy = try #require(clone.child(named: "inner"))
        #expect(copy.parameters["Size"]?.value == .double(0.5))
        #expect(copy.parameters["ext0name"]?.value == .string("Ext"))
        try inner.parameters["ext0name"]?.set(.string(""))
        try network.imitate(clone, master)
        #expect(copy.parameters["ext0name"]?.value == .string(""))
    }

    @Test func `nothing imitates what it stands in`() throws {
        let inner = try network.create(BaseCOMP.type, named: "inner", in: master)

        for (clone, master) in [(inner, master), (master, inner), (master, master)] {
            #expect(throws: NetworkError.self) { try network.imitate(clone, master) }
        }
    }
}
