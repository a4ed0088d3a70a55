import Testing

@testable import OperatorNetwork

@MainActor @Suite struct MadeParametersTests {
    private let network = Network()

    private var names: [String] {
        ContainerCOMP.type.parameterTable.definitions.map(\.definition.name)
    }

    @Test func `what is asked for in any order stands in the order of the pages`() throws {
        let node = try network.create(ContainerCOMP.type, in: network.root)

        for name in names.shuffled() { #expect(node.parameters[name]?.name == name) }

        #expect(node.parameters.made.builtIn.map(\.name) == names)
        for name in names {
            #expect(node.parameters.made[name] === node.parameters[name])
        }
    }

    @Test func `only what was asked for is made`() throws {
        let node = try network.create(ContainerCOMP.type, in: network.root)
        #expect(!node.hasParameters)

        _ = node.parameters["w"]
        _ = node.parameters["x"]

        #expect(Set(node.parameters.made.all.map(\.name)) == ["w", "x"])
        #expect(node.parameters.made["h"] == nil)
    }

    @Test func `a constant is told without making its parameter`() throws {
        let node = try network.create(ContainerCOMP.type, in: network.root)
        try node.parameters["w"]?.set(.int(7))

        #expect(node.parameters.value(of: "w") == .int(7))
        #expect(node.parameters.value(of: "h") == node.parameters["h"]?.value)
        #expect(node.parameters.value(of: "externaltox") == .string(""))
        #expect(node.parameters.value(of: "ext0name") == .string(""))
        #expect(node.parameters.value(of: "missing") == nil)
        #expect(node.parameters.made["externaltox"] == nil)
    }

    @Test func `parameters that outlive their operator say so`() throws {
        var kept: [Parameter] = []
        do {
            let other = Network()
            let node = try other.create(ContainerCOMP.type, in: other.root)
            let page = node.parameters.customPage(named: "Own")
            try node.parameters.appendCustom("Size", style: .float, on: page)
            kept = ["w", "Size", "ext0name"].compactMap { node.parameters[$0] }
            #expect(kept.count == 3 && kept.allSatisfy { $0.owner === node && $0.isValid })
        }

        #expect(kept.allSatisfy { $0.owner == nil && !$0.isValid })
    }
}
