import Frames
import Testing

struct VirtualClockTests {
    @Test func `time moves only when somebody waits or turns the clock`() {
        let clock = VirtualClock(now: 5)
        let before = clock.now

        clock.wait(until: 6.5)
        clock.spin(until: 7)
        clock.advance(by: 0.5)

        #expect(before == 5)
        #expect(clock.now == 7.5)
    }

    @Test(arguments: [Double.nan, -.infinity, .infinity, 4])
    func `a deadline that is past or no number leaves the clock as it is`(deadline: Double) {
        let clock = VirtualClock(now: 5)

        clock.wait(until: deadline)

        #expect(clock.now == 5)
    }

    @Test func `an interrupted clock does not move`() {
        let clock = VirtualClock()
        clock.interruption.raise()

        clock.wait(until: 10)
        let interrupted = clock.now
        clock.interruption.clear()
        clock.wait(until: 10)

        #expect(interrupted == 0)
        #expect(clock.now == 10)
    }
}
