import Testing

@testable import OperatorNetwork

@MainActor @Suite struct FanCHOPTests {
    @Test func `a number switches one channel on, and back`() throws {
        let out = try ChannelStage(
            FanCHOP.type, FanCHOP.cook, ["channame": .string("c[0-3]")],
            inputs: [Channels([.init("n", [2, 9, -1])])])
        let spread = try out.cook()
        #expect(spread.channels.map(\.samples) == [[0, 0, 1], [0, 0, 0], [1, 0, 0], [0, 1, 0]])

        let back = try ChannelStage(
            FanCHOP.type, FanCHOP.cook, ["fanop": .string("in")], inputs: [spread])
        #expect(try back.cook().channels[0].samples == [2, 3, 0])
        #expect(try back.cook().names == ["c"])
    }
}
