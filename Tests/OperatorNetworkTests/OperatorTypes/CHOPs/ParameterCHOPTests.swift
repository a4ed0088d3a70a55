import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ParameterCHOPTests {
    @Test func `numbers of parameters become channels`() throws {
        let network = Network()
        let source = try network.create(MathCHOP.type, named: "m", in: network.root)
        try source.parameters["gain"]?.set(.double(3))
        let values = try network.create(ParameterCHOP.type, in: network.root)
        try values.parameters["ops"]?.set(.string("m"))
        try values.parameters["parameters"]?.set(.string("gain postoff preop"))
        try values.parameters["nameformat"]?.set(.string("op"))

        let channels = try #require(values.channels)

        #expect(channels.names == ["m:preop", "m:gain", "m:postoff"])
        #expect(channels.channels.map { $0.samples[0] } == [0, 3, 0])
    }

    @Test func `a sequence has a sample for each block`() throws {
        let network = Network()
        let source = try network.create(ConstantCHOP.type, named: "c", in: network.root)
        try source.parameters["const"]?.set(.int(3))
        try source.parameters["const1value"]?.set(.double(5))
        let values = try network.create(ParameterCHOP.type, in: network.root)
        try values.parameters["ops"]?.set(.string("c"))
        try values.parameters["fetch"]?.set(.string("sequencetypes"))
        try values.parameters["sequences"]?.set(.string("const"))

        #expect(values.channels?.names == ["value"])
        #expect(values.channels?.channels.first?.samples == [0, 5, 0])
    }
}
