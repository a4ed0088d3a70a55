import Testing

@testable import Frames

@Suite struct FrameLeadTests {
    @Test func `it begins with the most`() {
        #expect(FrameLead(most: 0.000_3).seconds == 0.000_3)
    }

    @Test func `it becomes long enough for 19 frames of 20`() {
        var lead = FrameLead(most: 0.001)
        // Every needed time between 0 and 0.4 ms is as likely as every other.
        var late = 0
        for frame in 0..<20_000 {
            let needed = Double(frame * 7919 % 400) / 1e6
            if frame >= 10_000, needed > lead.seconds { late += 1 }
            lead.record(needed: needed)
        }

        #expect((0.000_3...0.000_4).contains(lead.seconds))
        #expect((400...600).contains(late))
    }

    @Test func `it grows at once when waking takes longer`() {
        var lead = FrameLead(most: 0.000_3)
        for _ in 0..<1000 { lead.record(needed: 0) }
        let short = lead.seconds

        for _ in 0..<10 { lead.record(needed: 0.000_25) }

        #expect(short == 0.000_05)
        #expect(lead.seconds >= 0.000_25)
    }

    @Test func `it never exceeds the most`() {
        var lead = FrameLead(most: 0.000_3)
        for needed in [1, .infinity, 1, 1] { lead.record(needed: needed) }

        #expect(lead.seconds == 0.000_3)
    }

    @Test(arguments: [0, -5, .nan])
    func `where there is none, none comes`(most: Double) {
        var lead = FrameLead(most: most)
        for needed in [0, 1, .nan, -1] { lead.record(needed: needed) }

        #expect(lead.seconds == 0)
    }
}
