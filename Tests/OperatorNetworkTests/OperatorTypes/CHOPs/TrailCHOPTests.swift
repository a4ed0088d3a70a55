import Testing

@testable import OperatorNetwork

@MainActor @Suite struct TrailCHOPTests {
    @Test func `the last samples are the input's last values`() throws {
        let stage = try ChannelStage(
            TrailCHOP.type, TrailCHOP.cook,
            ["wlength": .double(4), "wlengthunit": .string("samples")])
        for value in 1...6 {
            stage.inputs = [Channels(values: [("a", Float(value))])]
            _ = try stage.next()
        }

        #expect(try stage.cook().channels[0].samples == [3, 4, 5, 6])
    }

    @Test func `a growing trail keeps everything, another name begins anew`() throws {
        let stage = try ChannelStage(
            TrailCHOP.type, TrailCHOP.cook,
            ["growlength": .bool(true), "wlength": .double(2), "wlengthunit": .string("samples")])
        for value in 1...6 {
            stage.inputs = [Channels(values: [("a", Float(value))])]
            _ = try stage.next()
        }
        #expect(try stage.cook().count == 6)

        stage.inputs = [Channels(values: [("b", 1)])]
        #expect(try stage.next().count == 1)
    }
}
