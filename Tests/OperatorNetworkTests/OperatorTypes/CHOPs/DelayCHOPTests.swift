import Testing

@testable import OperatorNetwork

@MainActor @Suite struct DelayCHOPTests {
    @Test func `a value comes out as many samples later as asked`() throws {
        let stage = try ChannelStage(
            DelayCHOP.type, DelayCHOP.cook, ["delay": .double(3), "delayunit": .string("samples")])

        #expect(
            try stage.values(7, feeding: [1, 2, 3, 4, 5, 6, 7]) == [1, 1, 1, 1, 2, 3, 4])
    }

    @Test func `a shorter delay jumps forward, a reset takes the input`() throws {
        let stage = try ChannelStage(
            DelayCHOP.type, DelayCHOP.cook, ["delay": .double(3), "delayunit": .string("samples")])
        _ = try stage.values(5, feeding: [1, 2, 3, 4, 5])
        try stage.set("delay", .double(1))
        #expect(try stage.values(2, feeding: [6, 7]) == [5, 6])

        stage.memory.press("resetpulse")
        #expect(try stage.values(1, feeding: [9]) == [9])
    }
}
