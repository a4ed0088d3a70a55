/// Counts time in delays, cycles and segments, and tells what happens.
///
/// Not done, and told by a warning where it is asked for: parallel segments, the sub range, the
/// external and timeline-locked time controls, interpolated columns. The timer counts as the
/// Sequential time control does.
///
/// - Source: <https://docs.derivative.ca/Timer_CHOP>
package nonisolated enum TimerCHOP {
    package static let type = OperatorType(
        "timer", .chop, label: "Timer",
        pages: TimerPages.all + [CHOPPages.source(timeSlice: true)], inputLimit: 2,
        cook: { ChannelCooking(cook) }, callbacks: TimerPages.callbacks)

    /// What is kept: the timer, and whether the inputs were on.
    struct State {
        var timer = TimerEngine()
        var wasOn = [false, false]
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let rate = try cook.rate()
        let settings = try TimerSettings(cook, rate: rate)
        try cook.warnUnless([
            "segmethod": "serial", "timecontrol": "sequential", "interpolation": "steptovalue",
            "subrange": ParameterValue.bool(false).text,
        ])
        let moment = cook.moment
        let isOn = (0..<2).map { number in
            cook.input(number).map { !$0.channels.isEmpty && $0.current(0, at: moment) > 0 }
                ?? false
        }
        let runsFirstFrame = try cook.text("runvalues") != "zero"
        let cuePulse =
            try cook.isPressed("cuepulse")
            ? TimerSettings.cuePoint(cook, settings.segments[0], rate: rate) : nil
        let defers = try cook.isOn("deferpars")
        return try cook.keeping(State()) { state in
            if !defers || state.timer.phase == .idle { state.timer.segments = settings.segments }
            state.timer.clearPulses(before: moment.absoluteFrame)
            if cook.memory.isPressed("initialize") || isOn[0] && !state.wasOn[0] {
                state.timer.segments = settings.segments
                state.timer.initialize()
            }
            let wasRunning = state.timer.phase == .running
            if cook.memory.isPressed("start") || isOn[1] && !state.wasOn[1] { state.timer.start() }
            state.wasOn = isOn
            if cook.node.hasNoCallbacks { state.timer.initialized(waiting: 0) }
            if state.timer.phase == .done, !cook.memory.isPressed("gotodone") {
                again(&state.timer, settings.whenDone, cook.node)
            }
            obey(&state.timer, cook.memory)
            if let place = cuePulse ?? settings.holdsAtCue { state.timer.seek(place) }
            let isFirst = state.timer.phase == .running && !wasRunning
            let isHeld = settings.holdsAtCue != nil || isFirst && !runsFirstFrame
            state.timer.pass(
                frame: moment.absoluteFrame,
                seconds: isHeld ? 0 : Double(moment.step) / moment.rate,
                speed: settings.speed)
            var outputs = TimerOutputs(cook, rate: rate)
            return try outputs.channels(of: state.timer)
        }
    }

    /// Follows the pulses that move the timer.
    @MainActor
    private static func obey(_ timer: inout TimerEngine, _ memory: ChannelMemory) {
        if memory.isPressed("exitendcycle") { timer.exitAfterCycle() }
        if memory.isPressed("gotoendcycle") { timer.goToCycleEnd() }
        if memory.isPressed("gotoprevseg") { timer.goToSegment(timer.segment - 1) }
        if memory.isPressed("gotonextseg") { timer.goToSegment(timer.segment + 1) }
        if memory.isPressed("gotodone") { timer.goToDone() }
    }

    /// What On Done asks for, in the frame after.
    @MainActor
    private static func again(_ timer: inout TimerEngine, _ action: String, _ node: Operator) {
        switch action {
        case "reinit": timer.initialize()
        case "restart": timer.start()
        case "restartnoinit": timer.begin()
        default: return
        }
        if node.hasNoCallbacks { timer.initialized(waiting: 0) }
    }
}

extension Operator {
    /// Whether the `callbacks` parameter names no DAT, so that nobody has to be asked.
    var hasNoCallbacks: Bool { parameters["callbacks"]?.value.text.isEmpty ?? true }
}

extension Operator {
    /// The course of a Timer CHOP as it is after its last cook; nil for other operators.
    package var timerEngine: TimerEngine? {
        channelMemory?.kept(as: TimerCHOP.State.self)?.timer
    }

    /// Replaces the course of a Timer CHOP by one that was changed from outside.
    package func replaceTimer(_ timer: TimerEngine) {
        guard let memory = channelMemory else { return }
        var state = memory.kept(as: TimerCHOP.State.self) ?? TimerCHOP.State()
        state.timer = timer
        memory.replace(state)
    }
}
