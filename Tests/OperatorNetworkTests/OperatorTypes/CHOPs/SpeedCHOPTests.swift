import Testing

@testable import OperatorNetwork

@MainActor @Suite struct SpeedCHOPTests {
    @Test func `a speed of 60 a second moves by one a frame`() throws {
        let stage = try ChannelStage(SpeedCHOP.type, SpeedCHOP.cook)

        #expect(try stage.values(3, feeding: [60, 60, 120]) == [1, 2, 4])
    }

    @Test func `without input the Speed parameter counts`() throws {
        let stage = try ChannelStage(SpeedCHOP.type, SpeedCHOP.cook, ["speed": .double(30)])

        #expect(try stage.values(4) == [0.5, 1, 1.5, 2])
    }

    @Test(arguments: [
        ("clamp", [1, 2, 2, 1] as [Float]), ("loop", [1, 0, 1, 0]), ("zigzag", [1, 2, 1, 2]),
    ])
    func `limits hold, and a clamped one turns back at once`(
        limit: String, expected: [Float]
    ) throws {
        let stage = try ChannelStage(
            SpeedCHOP.type, SpeedCHOP.cook, ["limittype": .string(limit), "max": .double(2)])

        #expect(try stage.values(4, feeding: [60, 60, 60, -60]) == expected)
    }

    @Test func `a reset input resets where it goes on`() throws {
        let stage = try ChannelStage(SpeedCHOP.type, SpeedCHOP.cook, ["resetvalue": .double(7)])
        var values: [Float] = []
        for reset in [0, 0, 1, 1, 0] as [Float] {
            stage.inputs = [Channels(values: [("a", 60)]), Channels(values: [("r", reset)])]
            values.append(try stage.next().channels[0].samples[0])
        }

        #expect(values == [1, 2, 7, 8, 9])
    }

    @Test func `an acceleration adds up twice`() throws {
        let stage = try ChannelStage(SpeedCHOP.type, SpeedCHOP.cook, ["order": .string("second")])

        #expect(try stage.values(3, feeding: [3600, 3600, 3600]) == [1, 3, 6])
    }
}
