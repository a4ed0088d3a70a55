import Testing

@testable import OperatorNetwork

@MainActor @Suite struct BeatCHOPTests {
    @Test func `at 120 beats a minute a beat has 30 frames`() throws {
        let stage = try ChannelStage(
            BeatCHOP.type, BeatCHOP.cook,
            ["count": .bool(true), "beat": .bool(true), "pulse": .bool(true), "bpm": .bool(true)])
        stage.time.frame = 46
        let result = try stage.cook()
        let byName = Dictionary(uniqueKeysWithValues: result.channels.map { ($0.name, $0.samples) })
        #expect(byName["ramp"] == [0.5])
        #expect(byName["count"] == [1])
        #expect(byName["beat"] == [1])
        #expect(byName["pulse"] == [0])
        #expect(byName["bpm"] == [120])
    }
}
