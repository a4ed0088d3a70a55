/// An envelope (delay, attack, peak, decay, sustain, release) for each trigger of its input.
///
/// The Release pulse is missing, as its documented name is that of the release's length. Multi
/// Trigger's Add, Remainder, Remap Length and Update Once per Cycle have no effect: a trigger
/// during an envelope starts it anew, or is ignored during the attack.
///
/// - Source: <https://docs.derivative.ca/Trigger_CHOP>
package nonisolated enum TriggerCHOP {
    package static let type = OperatorType(
        "trigger", .chop, label: "Trigger",
        pages: [
            TriggerPages.trigger, TriggerPages.attack, TriggerPages.sustain, TriggerPages.channel,
            CHOPPages.filter(timeSlice: true),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    private struct State {
        var edge = TriggerEdge()
        var envelope: Envelope.Place?
        /// - Units: samples
        var sinceTrigger = 0
        var isHeld = false
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let source =
            cook.input.channels.isEmpty
            ? Channels(values: [(try cook.text("channame"), 0)], rate: cook.now.rate) : cook.input
        let levels = try TriggerEdge.Levels(cook, at: source.rate)
        let envelope = try Envelope(cook, rate: source.rate)
        let isReset = try cook.isOn("reset") || cook.isPressed("resetpulse")
        let fires = try cook.isPressed("trigger")
        let shortest = try cook.samples("mintrigger", unit: "mintriggerunit", at: source.rate)
        let (ignores, completes) = try (
            cook.text("multitrigger") == "ignore", cook.isOn("complete")
        )
        let result = try cook.stepping(source, start: { _ in State() }) { _ in
            { state, sample, index in
                let edge = state.edge.take(sample, levels)
                if isReset {
                    state = State()
                    return 0
                }
                let starts = edge == .triggered || fires && index == 0
                let isBusy = ignores && state.envelope?.isRising == true
                state.sinceTrigger += 1
                if starts, !isBusy {
                    state.envelope = Envelope.Place(from: state.envelope?.level ?? 0)
                    state.sinceTrigger = 0
                    state.isHeld = true
                }
                if !edge.isOn, Double(state.sinceTrigger) >= shortest, !(fires && index == 0) {
                    state.isHeld = false
                }
                guard state.envelope != nil else { return 0 }
                return Float(
                    envelope.step(&state.envelope, isHeld: state.isHeld, completes: completes))
            }
        }
        return try cook.renamed(result)
    }
}
