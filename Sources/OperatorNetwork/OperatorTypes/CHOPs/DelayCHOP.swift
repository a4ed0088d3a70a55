/// Channels as they were some time ago.
///
/// - Source: <https://docs.derivative.ca/Delay_CHOP>
package nonisolated enum DelayCHOP {
    package static let type = OperatorType(
        "delay", .chop, label: "Delay",
        pages: [
            ParameterPage("Delay", CHOPPages.time("delay", "Delay", default: 1) + CHOPPages.reset),
            CHOPPages.filter(timeSlice: true),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    private struct State {
        var past: [Float] = []
        var head = 0
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let isReset = try cook.isOn("reset") || cook.isPressed("resetpulse")
        let rate = cook.input.rate
        let result = try cook.stepping(
            cook.input, start: { State(past: [$0]) }
        ) { _ in
            let length = try ChannelLimit.checked(cook.samples("delay", at: rate).rounded() + 1)
            return { state, sample, _ in
                if isReset || state.past.count != length {
                    // A ring of the delay's length; what was before it is the oldest sample known.
                    let first = isReset ? sample : state.past[state.head % state.past.count]
                    let known = (0..<min(length, state.past.count)).map {
                        state.past[
                            (state.head + state.past.count - min(length, state.past.count) + $0)
                                % state.past.count]
                    }
                    state.past =
                        isReset
                        ? Array(repeating: sample, count: length)
                        : Array(repeating: known.first ?? first, count: length - known.count)
                            + known
                    state.head = 0
                }
                state.past[state.head] = sample
                state.head = (state.head + 1) % length
                return state.past[state.head]
            }
        }
        return try cook.renamed(result)
    }
}
