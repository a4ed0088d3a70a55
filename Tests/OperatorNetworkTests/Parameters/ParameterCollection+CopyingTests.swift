import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ParameterCollectionCopyingTests {
    let network = Network()
    let from: Operator
    let to: Operator

    init() throws {
        from = try network.create(BaseCOMP.type, in: network.root)
        to = try network.create(ContainerCOMP.type, in: network.root)
        try from.parameters["parentshortcut"]?.set(.string("Here"))
        let page = from.parameters.customPage(named: "Page")
        try from.parameters.appendCustom("Foo", style: .str, on: page)
        try from.parameters["Foo"]?.set(.string("x"))
    }

    @Test func `what both have is copied, and custom pages are made`() {
        to.parameters.copy(from: from.parameters)

        #expect(to.parameters["parentshortcut"]?.value == .string("Here"))
        #expect(to.parameters["Foo"]?.value == .string("x"))
    }

    @Test func `custom and built-in ones can be left out`() {
        to.parameters.copy(from: from.parameters, custom: false)
        #expect(to.parameters["Foo"] == nil)

        to.parameters["parentshortcut"]?.reset()
        to.parameters.copy(from: from.parameters, builtIn: false)
        #expect(to.parameters["parentshortcut"]?.isDefault == true)
        #expect(to.parameters["Foo"]?.value == .string("x"))
    }

    @Test func `defaults of the source overwrite values of the target`() throws {
        try to.parameters["opviewer"]?.set(.string("/x"))

        to.parameters.copy(from: from.parameters)

        #expect(to.parameters["opviewer"]?.value == .string("./out1"))
    }

    @Test func `a value is taken over as far as the other type's parameter can hold it`() throws {
        let parts: [[ParameterDefinition]] = [
            .toggle("prim", "Keep"), .text("size", "Size"), .menu("way", "Way", [("up", "Up")]),
            .text("note", "Note"),
        ]
        let others: [[ParameterDefinition]] = [
            .sequence("prim", "Prim", block: [.text("name", "Name")]), .float("size", "Size"),
            .menu("way", "Way", [("left", "Left")]), .float("note", "Note", default: 3),
        ]
        let one = OperatorType("one", .comp, label: "One", pages: [ParameterPage("A", parts)])
        let two = OperatorType("two", .comp, label: "Two", pages: [ParameterPage("A", others)])
        let old = try network.create(one, in: network.root)
        try old.parameters["prim"]?.set(.bool(true))
        try old.parameters["size"]?.set(.string("7"))
        try old.parameters["way"]?.set(.string("up"))
        try old.parameters["note"]?.set(.string("seven"))

        let made = try network.changeType(of: old, to: two)

        let sequence = try #require(made.parameters["prim"])
        #expect(sequence.style == .sequence && sequence.value == .int(1))
        #expect(made.parameters["size"]?.value == .double(7))
        #expect(made.parameters["way"]?.value == .string("left"))
        #expect(made.parameters["note"]?.value == .double(3))
    }
}
