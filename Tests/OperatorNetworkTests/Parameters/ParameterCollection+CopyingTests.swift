import OperatorNetwork
import Testing

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

        #expect(to.parameters["opviewer"]?.value == .string(""))
    }
}
