import Frames
import Testing

struct RealClockTests {
    @Test func `a wait ends at its deadline and not before`() {
        let clock = RealClock()
        let deadline = clock.now + 0.003

        clock.wait(until: deadline)

        #expect(clock.now >= deadline)
    }

    @Test func `a spin ends at its deadline and not before`() {
        let clock = RealClock()
        let deadline = clock.now + 0.0005

        clock.spin(until: deadline)

        #expect(clock.now >= deadline)
    }

    @Test(arguments: [Double.nan, -1, -.infinity, .infinity])
    func `a deadline that is past or no number returns at once`(deadline: Double) {
        let clock = RealClock()

        clock.wait(until: deadline)
        clock.spin(until: deadline)

        #expect(clock.now < 60)
    }

    @Test func `an interruption from another thread ends a wait of an hour`() {
        let clock = RealClock()
        let interruption = clock.interruption

        Task.detached { interruption.raise() }
        clock.wait(until: 3600)

        #expect(clock.interruption.isRaised)
        #expect(clock.now < 60)
    }

    @Test func `a signal just before the sleep is not lost`() {
        let clock = RealClock()
        clock.interruption.raise()

        clock.wait(until: 3600)

        #expect(clock.now < 60)
    }
}
