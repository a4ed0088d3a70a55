import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ConstantCHOPTests {
    @Test func `a fresh one has one channel of zero, one sample long`() throws {
        let channels = try ChannelStage(ConstantCHOP.type, ConstantCHOP.cook).cook()

        #expect(channels.names == ["chan1"])
        #expect(channels.channels[0].samples == [0])
        #expect(channels.rate == 60)
    }

    @Test func `names are expanded, and equal ones counted on`() throws {
        let stage = try ChannelStage(
            ConstantCHOP.type, ConstantCHOP.cook,
            [
                "const": .int(3), "const0name": .string("t[xyz]"), "const0value": .double(2),
                "const1name": .string("tx"), "const2name": .string(""),
            ])

        let channels = try stage.cook()

        #expect(channels.names == ["tx", "ty", "tz", "tx1"])
        #expect(channels.channels.map(\.samples) == [[2], [2], [2], [0]])
    }

    @Test func `a range makes it longer, a senseless one is an error`() throws {
        let stage = try ChannelStage(
            ConstantCHOP.type, ConstantCHOP.cook,
            ["single": .bool(false), "start": .double(10), "end": .double(19)])
        let channels = try stage.cook()
        #expect((channels.start, channels.count) == (10, 10))

        try stage.set("end", .double(1e12))
        #expect(throws: CookFailure.self) { try stage.cook() }
    }
}
