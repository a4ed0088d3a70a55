import Testing

@testable import OperatorNetwork

@MainActor @Suite struct HoldCHOPTests {
    private func held(_ mode: String, _ values: [Float], _ triggers: [Float]) throws -> [Float] {
        let stage = try ChannelStage(HoldCHOP.type, HoldCHOP.cook, ["sample": .string(mode)])
        return try zip(values, triggers).map { value, trigger in
            stage.inputs = [Channels(values: [("a", value)]), Channels(values: [("t", trigger)])]
            return try stage.next().channels[0].samples[0]
        }
    }

    @Test(arguments: [
        ("offtoon", [1, 1, 3, 3, 3, 6] as [Float]), ("ontooff", [1, 1, 1, 1, 5, 5]),
        ("whileon", [1, 1, 3, 4, 4, 6]), ("whileoff", [1, 2, 2, 2, 5, 5]),
        ("valuechange", [1, 1, 3, 3, 5, 6]),
    ])
    func `the value is taken when the trigger says so`(mode: String, expected: [Float]) throws {
        #expect(try held(mode, [1, 2, 3, 4, 5, 6], [0, 0, 1, 1, 0, 1]) == expected)
    }
}
