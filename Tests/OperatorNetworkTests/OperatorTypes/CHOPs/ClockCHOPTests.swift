import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ClockCHOPTests {
    @Test func `parts of a date are whole numbers or fractions`() {
        // In any zone this second is the same of its minute.
        let moment = 1_000_000_007.25
        #expect(ClockCHOP.value("sec", moment, false, false) == 47)
        #expect(ClockCHOP.value("msec", moment, false, false) == 250)
        #expect(abs(ClockCHOP.value("sec", moment, true, false) - 47.25 / 60) < 1e-9)
        #expect(ClockCHOP.value("year", moment, false, false) == 1)
        #expect(ClockCHOP.value("month", moment, false, false) == 9)
        #expect((1...12).contains(ClockCHOP.value("hour", moment, false, true)))
    }

    @Test func `a fresh one tells hour, minute and second`() throws {
        let channels = try ChannelStage(ClockCHOP.type, ClockCHOP.cook).cook()

        #expect(channels.names == ["sec", "min", "hour"])
        #expect(channels.channels[0].samples[0] < 60)
    }
}
