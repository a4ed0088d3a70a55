import Testing

@testable import OperatorNetwork

@MainActor @Suite struct SlopeCHOPTests {
    @Test(arguments: [
        ("pc", [60, 60, 120, 180] as [Float]), ("cn", [60, 120, 180, 180]),
        ("pn", [60, 90, 150, 180]),
    ])
    func `slopes of a curve are per second`(method: String, expected: [Float]) throws {
        let stage = try ChannelStage(
            SlopeCHOP.type, SlopeCHOP.cook,
            ["timeslice": .bool(false), "method": .string(method)],
            inputs: [Channels([.init("a", [0, 1, 3, 6])])])

        #expect(try stage.cook().channels[0].samples == expected)
    }

    @Test func `over time it tells the speed, and the acceleration`() throws {
        let speed = try ChannelStage(SlopeCHOP.type, SlopeCHOP.cook)
        #expect(try speed.values(4, feeding: [0, 1, 3, 3]) == [0, 60, 120, 0])

        let acceleration = try ChannelStage(
            SlopeCHOP.type, SlopeCHOP.cook, ["type": .string("accel")])
        #expect(try acceleration.values(4, feeding: [0, 1, 3, 5]) == [0, 3600, 3600, 0])
    }
}
