import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ResampleCHOPTests {
    private let input = Channels([.init("a", [0, 2, 4, 6])], start: 10)

    @Test func `a new rate keeps the time range`() throws {
        let stage = try ChannelStage(
            ResampleCHOP.type, ResampleCHOP.cook, ["rate": .double(30)], inputs: [input])

        let result = try stage.cook()

        #expect((result.rate, result.start, result.count) == (30, 5, 2))
        #expect(result.channels[0].samples == [0, 6])
    }

    @Test func `a new interval is filled by the same curve`() throws {
        let stage = try ChannelStage(
            ResampleCHOP.type, ResampleCHOP.cook,
            ["method": .string("strech"), "start": .double(0), "end": .double(6)],
            inputs: [input])

        #expect(try stage.cook().channels[0].samples == [0, 1, 2, 3, 4, 5, 6])
    }
}
