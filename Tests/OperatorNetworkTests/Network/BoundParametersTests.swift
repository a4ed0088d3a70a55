import OperatorNetwork
import Testing

@MainActor @Suite struct BoundParametersTests {
    @Test func `the network knows which parameters are in bind mode`() throws {
        let network = Network()
        let one = try network.create(BaseCOMP.type, in: network.root)
        let two = try network.create(BaseCOMP.type, in: network.root)
        try #require(two.parameters["ext0name"]).setBindExpression("a")
        try #require(one.parameters["ext0name"]).setBindExpression("b")
        try #require(one.parameters["clone"]).setMode(.bind)
        try #require(one.parameters["clone"]).setMode(.constant)
        #expect(
            network.boundParameters.map { "\($0.owner?.name ?? "") \($0.name)" } == [
                "base1 ext0name", "base2 ext0name",
            ])

        let copy = try network.copy(two, into: network.root)
        #expect(network.boundParameters.last?.owner === copy)
        try network.destroy(two)
        one.parameters["ext0name"]?.reset()
        #expect(network.boundParameters.map(\.owner?.id) == [copy.id])
    }
}
