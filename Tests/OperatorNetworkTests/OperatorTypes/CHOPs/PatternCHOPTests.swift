import Testing

@testable import OperatorNetwork

@MainActor @Suite struct PatternCHOPTests {
    private func pattern(_ settings: [String: ParameterValue]) throws -> [Float] {
        let standard: [String: ParameterValue] = ["length": .int(5)]
        return try ChannelStage(
            PatternCHOP.type, PatternCHOP.cook, standard.merging(settings) { $1 }
        ).cook().channels[0].samples
    }

    @Test func `a ramp reaches both ends, a cyclic one starts again`() throws {
        #expect(try pattern([:]) == [0, 0.25, 0.5, 0.75, 1])
        #expect(
            try pattern(["wavetype": .string("rampcyclic"), "length": .int(4)])
                == [0, 0.25, 0.5, 0.75])
        #expect(
            try pattern(["wavetype": .string("step"), "length": .int(4), "numsteps": .int(2)])
                == [0, 0, 1, 1])
    }

    @Test func `values are ranged, rounded, reversed`() throws {
        let samples = try pattern([
            "torange1": .double(10), "torange2": .double(20), "integer": .string("floor"),
            "reverse": .bool(true),
        ])

        #expect(samples == [20, 17, 15, 12, 10])
    }

    @Test func `integers that do not repeat are all of them`() throws {
        let samples = try pattern([
            "wavetype": .string("randomnonrepint"), "length": .int(50),
        ])

        #expect(samples.sorted() == (0..<50).map(Float.init))
        #expect(samples != samples.sorted())
    }
}
