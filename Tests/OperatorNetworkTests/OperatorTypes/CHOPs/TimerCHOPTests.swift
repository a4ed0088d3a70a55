import Testing

@testable import OperatorNetwork

@MainActor @Suite struct TimerCHOPTests {
    private func timer(_ settings: [String: ParameterValue] = [:]) throws -> ChannelStage {
        try ChannelStage(
            TimerCHOP.type, TimerCHOP.cook,
            ["length": .double(4), "lengthunits": .string("frames")].merging(settings) { $1 })
    }

    private func value(_ name: String, _ channels: Channels) -> Float? {
        channels.index(of: name).map { channels.channels[$0].samples[0] }
    }

    @Test func `it stands still until it is started, and is done after its length`() throws {
        let stage = try timer()
        #expect(value("timer_fraction", try stage.next()) == 0)

        stage.memory.press("start")
        var fractions: [Float] = []
        for _ in 0..<5 { fractions.append(value("timer_fraction", try stage.next()) ?? -1) }

        #expect(fractions == [0.25, 0.5, 0.75, 1, 1])
        #expect(value("done", try stage.cook()) == 1)
        #expect(value("running", try stage.cook()) == 0)
    }

    @Test func `what is asked for and not done is told by a warning`() throws {
        let plain = try timer()
        let asking = try timer(["segmethod": .string("parallel"), "subrange": .bool(true)])

        _ = try plain.cook()
        _ = try asking.cook()

        #expect(plain.node.cookState.messages(.warning) == [])
        #expect(asking.node.cookState.messages(.warning).count == 1)
        #expect(
            asking.node.cookState.messages(.warning).first?.hasPrefix(
                "Understudy does not do segmethod 'parallel', subrange") == true)
    }

    @Test func `with Run Values at zero the first frame is zero`() throws {
        let stage = try timer(["runvalues": .string("zero")])

        stage.memory.press("start")

        #expect(value("timer_fraction", try stage.next()) == 0)
        #expect(value("timer_fraction", try stage.next()) == 0.25)
    }

    @Test func `Play pauses it and Speed changes its pace`() throws {
        let stage = try timer()
        stage.memory.press("start")
        _ = try stage.next()
        try stage.set("play", .bool(false))
        #expect(value("timer_fraction", try stage.next()) == 0.25)

        try stage.set("play", .bool(true))
        try stage.set("speed", .double(2))
        #expect(value("timer_fraction", try stage.next()) == 0.75)
    }

    @Test func `it cycles as often as it may`() throws {
        let stage = try timer([
            "cycle": .bool(true), "cyclelimit": .bool(true), "maxcycles": .int(2),
            "outcycle": .bool(true),
        ])
        stage.memory.press("start")

        var cycles: [Float] = []
        for _ in 0..<9 { cycles.append(value("cycles", try stage.next()) ?? -1) }

        #expect(cycles == [0, 0, 0, 1, 1, 1, 1, 2, 2])
        #expect(value("done", try stage.cook()) == 1)
    }

    @Test func `it starts again when On Done says so`() throws {
        let stage = try timer(["ondone": .string("restart")])
        stage.memory.press("start")
        for _ in 0..<4 { _ = try stage.next() }
        #expect(value("done", try stage.cook()) == 1)

        #expect(value("timer_fraction", try stage.next()) == 0.25)
    }
}
