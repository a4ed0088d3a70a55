import Testing

@testable import OperatorNetwork

@MainActor @Suite struct EventCHOPTests {
    @Test func `an event lives from its trigger to the end of its release`() throws {
        let stage = try ChannelStage(
            EventCHOP.type, EventCHOP.cook,
            [
                "attacktime": .double(2), "attacktunit": .string("frames"),
                "decaytime": .double(0), "releasetime": .double(2),
                "releasetunit": .string("frames"),
            ])
        var counts: [Int] = []
        for value in [0, 0.5, 0.5, 0, 0, 0, 0, 0, 0] as [Float] {
            stage.inputs = [Channels(values: [("k1", 0), ("k2", value)])]
            counts.append(try stage.next().count)
        }

        #expect(counts.first == 0)
        #expect(counts.max() == 1)
        #expect(counts.last == 0)
        #expect(counts.count { $0 == 1 } >= 4)
    }

    @Test func `two keys make two events with their numbers`() throws {
        let stage = try ChannelStage(EventCHOP.type, EventCHOP.cook)
        for values in [[0, 0], [1, 0], [1, 2]] as [[Float]] {
            stage.inputs = [Channels(values: [("a", values[0]), ("b", values[1])])]
            _ = try stage.next()
        }

        let events = try stage.cook()

        let byName = Dictionary(uniqueKeysWithValues: events.channels.map { ($0.name, $0.samples) })
        #expect(byName["id"] == [0, 1])
        #expect(byName["index"] == [0, 1])
        #expect(byName["input"] == [1, 2])
        #expect(byName["active"] == [1, 1])
    }
}
