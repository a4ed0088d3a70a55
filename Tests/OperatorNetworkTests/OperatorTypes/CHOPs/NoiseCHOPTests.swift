import Testing

@testable import OperatorNetwork

@MainActor @Suite struct NoiseCHOPTests {
    @Test(arguments: ["sparse", "hermite", "harmonic", "brownian", "random", "alligator"])
    func `the same seed makes the same noise, another one another, within bounds`(
        kind: String
    ) throws {
        let stage = try ChannelStage(NoiseCHOP.type, NoiseCHOP.cook, ["type": .string(kind)])
        let one = try stage.cook()
        #expect(try stage.cook() == one)
        #expect(one.count == 600)
        #expect(one.channels[0].samples.allSatisfy { abs($0) <= 2 })
        #expect(Set(one.channels[0].samples).count > 100)

        try stage.set("seed", .double(2))
        #expect(try stage.cook() != one)
    }

    @Test func `constraints hold at the ends`() throws {
        let stage = try ChannelStage(
            NoiseCHOP.type, NoiseCHOP.cook,
            [
                "constraint": .string("endpoints"), "constrstart": .double(3),
                "constrend": .double(5),
            ])

        let samples = try stage.cook().channels[0].samples

        #expect(abs(samples[0] - 3) < 1e-5)
        #expect(abs(samples[599] - 5) < 1e-5)
    }
}
