import Testing

@testable import OperatorNetwork

@MainActor @Suite struct TrimCHOPTests {
    private let input = Channels([.init("a", [0, 1, 2, 3, 4])])

    @Test func `the inside or the outside of a range stays`() throws {
        let stage = try ChannelStage(
            TrimCHOP.type, TrimCHOP.cook, ["start": .double(1), "end": .double(3)],
            inputs: [input])
        #expect(try stage.cook().channels[0].samples == [1, 2, 3])
        #expect(try stage.cook().start == 1)

        try stage.set("discard", .string("interior"))
        #expect(try stage.cook().channels[0].samples == [0, 4])
    }
}
