import Testing

@testable import OperatorNetwork

@MainActor @Suite struct SortCHOPTests {
    @Test func `all channels follow the order of one`() throws {
        let stage = try ChannelStage(
            SortCHOP.type, SortCHOP.cook, ["indexchannel": .string("order")],
            inputs: [Channels([.init("a", [3, 1, 2]), .init("b", [30, 10, 20])])])
        #expect(
            try stage.cook().channels.map(\.samples) == [[1, 2, 3], [10, 20, 30], [1, 2, 0]])

        try stage.set("method", .string("decreasing"))
        #expect(try stage.cook().channels[1].samples == [30, 20, 10])
    }
}
