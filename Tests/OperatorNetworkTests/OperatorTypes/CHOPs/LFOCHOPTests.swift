import Testing

@testable import OperatorNetwork

@MainActor @Suite struct LFOCHOPTests {
    @Test func `a sine goes through its cycle at its frequency`() throws {
        let stage = try ChannelStage(LFOCHOP.type, LFOCHOP.cook, ["frequency": .double(15)])

        // A quarter of a cycle each frame at 60 frames a second.
        let values = try stage.values(5)

        for (value, expected) in zip(values, [0, 1, 0, -1, 0] as [Float]) {
            #expect(abs(value - expected) < 1e-6)
        }
    }

    @Test func `the phase goes on through a change of the frequency, and stops without Play`()
        throws
    {
        let stage = try ChannelStage(
            LFOCHOP.type, LFOCHOP.cook, ["wavetype": .string("ramp"), "frequency": .double(6)])
        #expect(try stage.values(3) == [0, 0.1, 0.2])

        try stage.set("frequency", .double(12))
        #expect(try stage.values(2).map { ($0 * 10).rounded() } == [3, 5])
        try stage.set("play", .bool(false))
        #expect(try stage.values(2).map { ($0 * 10).rounded() } == [7, 7])
    }

    @Test func `the octave input doubles, and a reset begins anew`() throws {
        let stage = try ChannelStage(
            LFOCHOP.type, LFOCHOP.cook, ["wavetype": .string("ramp"), "frequency": .double(6)],
            inputs: [Channels(values: [("octave", 1)])])
        #expect(try stage.values(3).map { ($0 * 10).rounded() } == [0, 2, 4])

        stage.memory.press("resetpulse")
        #expect(try stage.values(2).map { ($0 * 10).rounded() } == [0, 2])
    }

    @Test func `a dropped frame makes a slice of two samples`() throws {
        let stage = try ChannelStage(
            LFOCHOP.type, LFOCHOP.cook, ["wavetype": .string("ramp"), "frequency": .double(6)])
        _ = try stage.next()

        let slice = try stage.next(2)

        #expect(slice.isTimeSlice)
        #expect(slice.channels[0].samples.map { ($0 * 10).rounded() } == [1, 2])
    }

    @Test func `a second cook in one frame does not move it`() throws {
        let stage = try ChannelStage(
            LFOCHOP.type, LFOCHOP.cook, ["wavetype": .string("ramp"), "frequency": .double(6)])
        _ = try stage.values(2)

        #expect(try stage.cook() == stage.cook())
        #expect(try stage.next().channels[0].samples[0] == 0.2)
    }
}
