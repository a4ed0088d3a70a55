import Testing

@testable import OperatorNetwork

@Suite struct ChannelsTimeTests {
    private static let ramp = Channels([.init("a", (0..<10).map(Float.init))], start: 5)

    @Test
    func `the value now is that of the timeline's frame, a slice's or a single sample's the last`()
    {
        var time = CookTime()
        time.frame = 8
        #expect(Self.ramp.current(0, at: time) == 2)
        time.frame = 1
        #expect(Self.ramp.current(0, at: time) == 0)
        time.frame = 1000
        #expect(Self.ramp.current(0, at: time) == 9)
        var slice = Self.ramp
        slice.isTimeSlice = true
        #expect(slice.current(0, at: time) == 9)
        #expect(Channels(values: [("a", 4)]).current(0, at: time) == 4)
    }

    @Test func `twice the rate has twice the samples over the same time`() throws {
        let resampled = try Self.ramp.resampled(to: 120)

        #expect(resampled.count == 20)
        #expect(resampled.start == 10)
        #expect(resampled.channels[0].samples.prefix(4) == [0, 0.5, 1, 1.5])
    }

    @Test func `a rate that makes more samples than memory holds is refused`() throws {
        var slow = Self.ramp
        slow.rate = 1e-300

        #expect(throws: CookFailure.self) { try slow.resampled(to: 60) }
        #expect(try Self.ramp.resampled(to: 1e-300).count == 1)
    }

    @Test func `a stretched range keeps its ends`() {
        let stretched = Self.ramp.stretched(to: 4)

        #expect(stretched.channels[0].samples == [0, 3, 6, 9])
    }

    @Test func `a trimmed range goes on past the ends as the extend conditions say`() {
        var ramp = Self.ramp
        ramp.extend.left = .cycle
        let trimmed = ramp.trimmed(from: 3, count: 14)

        #expect(trimmed.channels[0].samples == [8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9])
    }
}
