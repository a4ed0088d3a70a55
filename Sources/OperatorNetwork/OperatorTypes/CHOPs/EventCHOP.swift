/// A sample for each event that lives: born when an input channel goes on, ended by its envelope.
///
/// - Source: <https://docs.derivative.ca/Event_CHOP>
package nonisolated enum EventCHOP {
    package static let type = OperatorType(
        "event", .chop, label: "Event", pages: [channels, adsr, CHOPPages.filter()],
        inputLimit: 3, cook: { ChannelCooking(cook) })

    private static let channels = ParameterPage(
        "Channels",
        names.map { .toggle($0, $1, default: true) } + [CHOPPages.resetCondition]
            + CHOPPages.reset + [.path("callbacks", "Callbacks DAT", style: .dat)])
    private static let names = [
        ("id", "ID"), ("index", "Index"), ("active", "Active"), ("input", "Input"),
        ("time", "Time"), ("adsr", "ADSR"), ("state", "State"),
    ]
    private static let adsr = ParameterPage(
        "ADSR",
        time("attack", "Attack", 0.5) + [.float("attacklevel", "Attack Level", default: 1)]
            + time("decay", "Decay", 0.5) + time("sustain", "Sustain", 1)
            + [
                .float("sustainmin", "Sustain Min", default: 0.5),
                .float("sustainmax", "Sustain Max", default: 0.5),
            ] + time("release", "Release", 0.5)
            + [
                .float("releaselevel", "Release Level"), .float("speed", "Speed", default: 1),
                .float("globalspeed", "Global Speed", default: 1),
            ])

    private static func time(
        _ name: String, _ label: String, _ value: Double
    ) -> CHOPPages.Groups {
        CHOPPages.time(
            name + "time", label + " Time", default: value, unitName: name + "tunit")
    }

    /// What is kept: the living events and the inputs of the frame before.
    struct State {
        var events: [ChannelEvent] = []
        var nextID = 0
        var wasOn: [Bool] = []
        var gate = ResetGate()
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let moment = cook.moment
        let input = cook.input
        let now = input.channels.indices.map { input.current($0, at: moment) }
        let course = try ChannelEvent.Course(cook)
        let isReset = try cook.isOn("reset") || cook.isPressed("resetpulse")
        let reset = cook.input(1).flatMap { $0.channels.isEmpty ? nil : $0.current(0, at: moment) }
        let condition = try cook.choice("resetcondition", ResetGate.Condition.offToOn)
        let pace = try cook.number("globalspeed") * Double(moment.step) / moment.rate
        let speed = try cook.number("speed")
        let events = try cook.keeping(State()) { state in
            if state.gate.resets(reset, condition) || isReset { state.events = [] }
            for index in state.events.indices {
                state.events[index].age(by: pace, course)
                let channel = state.events[index].index
                if now.indices.contains(channel), now[channel] <= 0 {
                    state.events[index].release()
                }
            }
            state.events.removeAll(where: \.isOver)
            for (channel, value) in now.enumerated()
            where value > 0 && state.wasOn.indices.contains(channel) && !state.wasOn[channel] {
                state.events.append(
                    ChannelEvent(id: state.nextID, index: channel, input: value, speed: speed))
                state.nextID += 1
            }
            state.wasOn = now.map { $0 > 0 }
            return state.events
        }
        var result = Channels(rate: moment.rate)
        for (name, _) in names where try cook.isOn(name) {
            result.channels.append(.init(name, events.map { $0.value(name, course) }))
        }
        result.count = events.count
        return try cook.renamed(result)
    }
}
