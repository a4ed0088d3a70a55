import Frames
import Testing

struct FrameScheduleTests {
    @Test func `ten million seconds at 60 hertz end on the exact second`() {
        let schedule = FrameSchedule(rate: 60)

        #expect(schedule.time(of: 600_000_000) == 10_000_000)
        #expect(schedule.tick(at: 10_000_000) == 600_000_000)
    }

    @Test(arguments: [24.0, 29.97, 59.94, 60, 240])
    func `no tick is further from its moment than a rounding, however late`(rate: Double) {
        let schedule = FrameSchedule(rate: rate)

        for tick in stride(from: 1, to: Int(10_000_000 * rate), by: 999_983) {
            #expect(abs(schedule.time(of: tick) * rate - Double(tick)) < 1e-6)
        }
    }

    @Test func `a change of rate leaves the last tick where it is`() {
        var schedule = FrameSchedule(rate: 60)

        schedule.changeRate(to: 30, after: 60)

        #expect(schedule.time(of: 60) == 1)
        #expect(schedule.time(of: 90) == 2)
    }

    @Test(arguments: [-1, 0, .nan, .infinity, -.infinity, 1e300])
    func `an impossible rate becomes a possible one`(rate: Double) {
        let schedule = FrameSchedule(rate: rate)

        #expect(FrameSchedule.rates.contains(schedule.rate))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e308, -1e308])
    func `a moment out of reach gives a bound and no trap`(moment: Double) {
        let schedule = FrameSchedule(tick: 5, rate: 1_000_000)

        let tick = schedule.tick(at: moment)

        #expect(moment.isNaN ? tick == 5 : (moment > 0 ? tick > 1 << 60 : tick < -(1 << 60)))
    }
}
