import Testing

@testable import OperatorNetwork

@Suite struct CookTimeSliceTests {
    @Test
    func `a slice has a sample a frame, more after dropped frames, at most a fifth of a second`() {
        var time = CookTime()
        time.absoluteFrame = 100
        for (step, count) in [(1, 1), (3, 3), (12, 12), (500, 12)] {
            time.step = step
            #expect(time.sliceCount(at: 60) == count)
        }
    }

    @Test func `no sample is lost or made twice at a rate that is no multiple of the frames'`() {
        var time = CookTime()
        time.step = 1
        var total = 0
        for frame in 1...600 {
            time.absoluteFrame = frame
            total += time.sliceCount(at: 44_100.5)
        }
        #expect(total == 441_005)
    }

    @Test func `the slice ends at the timeline's frame, counted from zero`() {
        var time = CookTime()
        time.frame = 31
        #expect(time.sliceEnd(at: 60) == 30)
        #expect(time.sliceEnd(at: 120) == 60)
    }
}
