import Testing

@testable import OperatorNetwork

@MainActor @Suite struct LagCHOPTests {
    @Test func `nine tenths of a step are done after the lag`() throws {
        let stage = try ChannelStage(
            LagCHOP.type, LagCHOP.cook,
            ["lag1": .double(10), "lag2": .double(5), "lagunit": .string("samples")])

        let rise = try stage.values(11, feeding: [0] + Array(repeating: 1, count: 10))
        #expect(abs(rise[10] - 0.9) < 1e-4)
        #expect(zip(rise, rise.dropFirst()).allSatisfy { $0 < $1 })

        let top = rise[10]
        let fall = try stage.values(5, feeding: Array(repeating: 0, count: 5))
        #expect(abs(fall[4] - top / 10) < 1e-4)
    }

    @Test func `a clamped slope rises no faster`() throws {
        let stage = try ChannelStage(
            LagCHOP.type, LagCHOP.cook,
            ["lag1": .double(0), "clamp": .bool(true), "slope1": .double(30)])

        #expect(try stage.values(4, feeding: [0, 10, 10, 10]) == [0, 0.5, 1, 1.5])
    }

    @Test func `an overshoot goes beyond its goal and comes back`() throws {
        let stage = try ChannelStage(
            LagCHOP.type, LagCHOP.cook,
            [
                "lag1": .double(0), "lag2": .double(0), "overshoot1": .double(0.2),
                "overshoot2": .double(0.2),
            ])

        let values = try stage.values(120, feeding: [0] + Array(repeating: 1, count: 119))

        #expect(values.max() ?? 0 > 1.2)
        #expect(abs((values.last ?? 0) - 1) < 0.01)
    }

    @Test func `a reset takes the input as it is`() throws {
        let stage = try ChannelStage(LagCHOP.type, LagCHOP.cook, ["lag1": .double(100)])
        _ = try stage.values(2, feeding: [0, 1])

        stage.memory.press("resetpulse")

        #expect(try stage.values(1, feeding: [1]) == [1])
    }

    @Test func `lagged by magnitude, channels go straight to their goal`() throws {
        let stage = try ChannelStage(LagCHOP.type, LagCHOP.cook, ["lagmethod": .string("mag")])
        stage.inputs = [Channels(values: [("x", 0), ("y", 0)])]
        _ = try stage.next()
        stage.inputs = [Channels(values: [("x", 3), ("y", 4)])]

        let result = try stage.next()

        let (x, y) = (result.channels[0].samples[0], result.channels[1].samples[0])
        #expect(x > 0 && x < 3)
        #expect(abs(y / x - 4.0 / 3) < 1e-4)
    }
}
