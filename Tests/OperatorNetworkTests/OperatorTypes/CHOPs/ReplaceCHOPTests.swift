import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ReplaceCHOPTests {
    @Test func `channels of the same name come from the second input`() throws {
        let stage = try ChannelStage(
            ReplaceCHOP.type, ReplaceCHOP.cook,
            inputs: [
                Channels([.init("a", [1, 1]), .init("b", [2, 2])]),
                Channels([.init("b", [7, 8, 9]), .init("x", [0, 0, 0])]),
            ])
        #expect(try stage.cook().channels.map(\.samples) == [[1, 1], [7, 8]])

        try stage.set("length", .string("second"))
        #expect(try stage.cook().channels.map(\.samples) == [[1, 1, 1], [7, 8, 9]])
    }
}
