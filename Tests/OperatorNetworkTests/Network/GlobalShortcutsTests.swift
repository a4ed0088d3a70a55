import Testing

@testable import OperatorNetwork

@MainActor @Suite struct GlobalShortcutsTests {
    let network = Network()
    let first: Operator
    let second: Operator

    init() throws {
        first = try network.create(BaseCOMP.type, named: "first", in: network.root)
        second = try network.create(BaseCOMP.type, named: "second", in: network.root)
    }

    @Test func `a COMP is found by its global shortcut`() throws {
        try first.parameters["opshortcut"]?.set(.string("Main"))

        #expect(network.operator(withGlobalShortcut: "Main") === first)
        #expect(network.operator(withGlobalShortcut: "main") == nil)
        #expect(network.globalShortcutHolders.names == ["Main"])
    }

    @Test func `assigning a name in use takes it from the earlier holder`() throws {
        try first.parameters["opshortcut"]?.set(.string("Main"))

        try second.parameters["opshortcut"]?.set(.string("Main"))

        #expect(network.operator(withGlobalShortcut: "Main") === second)
        #expect(first.parameters["opshortcut"]?.value == .string(""))
    }

    @Test func `a copy leaves the name to its source until that goes`() throws {
        try first.parameters["opshortcut"]?.set(.string("Main"))
        let copy = try network.copy(first, into: network.root)
        #expect(network.operator(withGlobalShortcut: "Main") === first)

        try network.destroy(first)

        #expect(network.operator(withGlobalShortcut: "Main") === copy)
    }

    @Test func `a cleared or destroyed shortcut is gone`() throws {
        try first.parameters["opshortcut"]?.set(.string("Main"))
        try first.parameters["opshortcut"]?.set(.string(""))
        #expect(network.globalShortcutHolders.names.isEmpty)

        try first.parameters["opshortcut"]?.set(.string("Main"))
        try network.destroy(first)
        #expect(network.operator(withGlobalShortcut: "Main") == nil)
    }
}
