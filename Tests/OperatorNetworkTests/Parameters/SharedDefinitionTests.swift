import Testing

@testable import OperatorNetwork

@MainActor @Suite struct SharedDefinitionTests {
    @Test func `a redefined parameter leaves the others of its type as they are`() throws {
        let network = Network()
        let (one, other) = (
            try network.create(BaseCOMP.type, in: network.root),
            try network.create(BaseCOMP.type, in: network.root)
        )
        for node in [one, other] { try node.parameters["ext"]?.set(.int(2)) }

        try one.parameters.sequence(named: "ext")?.moveBlock(from: 0, to: 1)
        one.parameters["externaltox"]?.definition.label = "Changed"

        #expect(one.parameters["externaltox"]?.definition.label == "Changed")
        #expect(other.parameters["externaltox"]?.definition.label == "External .tox Path")
        #expect(BaseCOMP.type.pages.flatMap(\.definitions).allSatisfy { $0.label != "Changed" })
        #expect(
            other.parameters.sequence(named: "ext")?.blocks[0].map(\.name) == [
                "ext0object", "ext0name", "ext0promote",
            ])
    }
}
