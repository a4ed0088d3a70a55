/// The channels of a Timer CHOP, as its Outputs page asks for them.
struct TimerOutputs {
    private let cook: ChannelCook
    private let rate: Double
    private var values: [(name: String, value: Float)] = []

    init(_ cook: ChannelCook, rate: Double) {
        self.cook = cook
        self.rate = rate
    }

    /// The channels of one frame.
    mutating func channels(of timer: TimerEngine) throws -> Channels {
        let isRunning = timer.phase == .running
        let isActive = isRunning && timer.isCounting
        let segment = timer.current
        try add("outfraction", "timer_fraction", timer.fraction)
        try count("outtimercount", "timer", timer.elapsed)
        try add("outtimeractive", "timer_active", isActive ? 1 : 0)
        try pulse("outtimerpulse", "timer_pulse", timer)
        try add(
            "outdelayfraction", "delay_fraction",
            segment.delay > 0 ? timer.delayed / segment.delay : isActive ? 1 : 0)
        try count("outdelaycount", "delay", timer.delayed)
        try add("outinit", "initializing", timer.phase == .initializing ? 1 : 0)
        try add("outready", "ready", timer.phase == .ready ? 1 : 0)
        try pulse("outreadypulse", "ready_pulse", timer)
        try add("outrunning", "running", isRunning ? 1 : 0)
        try add("outdone", "done", timer.phase == .done ? 1 : 0)
        try pulse("outdonepulse", "done_pulse", timer)
        try add("outcycle", "cycles", Double(timer.cycle))
        try pulse("outcyclepulse", "cycle_pulse", timer)
        let part = timer.phase == .done ? 0 : timer.fraction
        try add("outcycleplusfraction", "cycle_plus_fraction", Double(timer.cycle) + part)
        try add("outseg", "segment", Double(timer.segment))
        try pulse("outsegpulse", "segment_pulse", timer)
        try add(
            "outsegplusfraction", "segment_plus_fraction", Double(timer.segment) + timer.fraction)
        try count("outlength", "length", segment.length)
        try count("outcumulativecount", "cumulative", timer.cumulative)
        try count("outplayingcount", "playing", timer.playing)
        try count("outrunningcount", "running", timer.running)
        try count("outmastercount", "master", timer.master)
        for name in PatternExpansion.names(try cook.text("channelcolumns")) {
            values.append((name, Float(segment.columns[name] ?? "") ?? 0))
        }
        var channels = Channels(values: values, rate: rate)
        channels.start = cook.now.sliceEnd(at: rate)
        channels.isTimeSlice = true
        return channels
    }

    private mutating func add(_ toggle: String, _ name: String, _ value: Double) throws {
        if try cook.isOn(toggle) { values.append((name, Float(value))) }
    }

    private mutating func pulse(_ toggle: String, _ name: String, _ timer: TimerEngine) throws {
        try add(toggle, name, timer.pulses.contains(name) ? 1 : 0)
    }

    /// A time in the units the menu asks for.
    private mutating func count(_ menu: String, _ name: String, _ seconds: Double) throws {
        let units = try cook.text(menu)
        if units == "seconds" || units == "all" {
            values.append((name + "_seconds", Float(seconds)))
        }
        if units == "frames" || units == "all" {
            values.append(
                (name + "_frames", Float((seconds * cook.now.rate + 1e-6).rounded(.down))))
        }
        if units == "samples" || units == "all" {
            values.append((name + "_samples", Float((seconds * rate + 1e-6).rounded(.down))))
        }
    }
}
