import Testing

@testable import OperatorNetwork

@MainActor @Suite struct CountCHOPTests {
    @Test func `it counts how often its input goes above the threshold`() throws {
        let stage = try ChannelStage(CountCHOP.type, CountCHOP.cook)

        #expect(
            try stage.values(8, feeding: [0, 1, 1, 0, 1, 0, 0, 2]) == [0, 1, 1, 1, 2, 2, 2, 3])
    }

    @Test func `an input that is on from the start is no trigger`() throws {
        let stage = try ChannelStage(CountCHOP.type, CountCHOP.cook)

        #expect(try stage.values(3, feeding: [1, 1, 0]) == [0, 0, 0])
    }

    @Test func `a loop starts again after its maximum`() throws {
        let stage = try ChannelStage(
            CountCHOP.type, CountCHOP.cook,
            ["output": .string("loop"), "limitmin": .double(0), "limitmax": .double(2)])

        let feed: [Float] = [0, 1, 0, 1, 0, 1, 0, 1]
        #expect(try stage.values(8, feeding: feed) == [0, 1, 1, 2, 2, 0, 0, 1])
    }

    @Test func `it is reset by its pulse, and counts time while on`() throws {
        let stage = try ChannelStage(
            CountCHOP.type, CountCHOP.cook,
            ["offtoon": .string("none"), "on": .string("inctime"), "resetvalue": .double(5)])
        let values = try stage.values(61, feeding: [0] + Array(repeating: 1, count: 60))
        #expect(abs(values[60] - 1) < 1e-5)

        stage.memory.press("resetpulse")
        #expect(try stage.values(1, feeding: [0]) == [5])
    }
}
