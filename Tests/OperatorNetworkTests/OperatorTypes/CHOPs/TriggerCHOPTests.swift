import Testing

@testable import OperatorNetwork

@MainActor @Suite struct TriggerCHOPTests {
    @Test func `the envelope goes through its phases and ends`() throws {
        let stage = try ChannelStage(
            TriggerCHOP.type, TriggerCHOP.cook,
            [
                "attack": .double(2), "attackunit": .string("samples"), "decay": .double(2),
                "decayunit": .string("samples"), "sustain": .double(0.5), "release": .double(2),
                "releaseunit": .string("samples"),
            ])

        let values = try stage.values(10, feeding: [0, 1, 1, 1, 1, 1, 0, 0, 0, 0])

        #expect(values == [0, 0.5, 1, 0.75, 0.5, 0.5, 0.25, 0, 0, 0])
    }

    @Test func `its pulse triggers without input, and a release during the attack cuts it`() throws
    {
        let stage = try ChannelStage(
            TriggerCHOP.type, TriggerCHOP.cook,
            [
                "attack": .double(4), "attackunit": .string("samples"), "release": .double(2),
                "releaseunit": .string("samples"),
            ])
        #expect(try stage.values(1) == [0])

        stage.memory.press("trigger")
        let values = try stage.values(5)

        #expect(values[0] == 0.25)
        #expect(values[1] < 0.25)
        #expect(values.suffix(2) == [0, 0])
    }
}
