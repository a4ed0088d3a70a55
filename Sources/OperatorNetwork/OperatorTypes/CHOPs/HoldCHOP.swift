/// Holds the values its first input had when the second one asked to.
///
/// - Source: <https://docs.derivative.ca/Hold_CHOP>
package nonisolated enum HoldCHOP {
    package static let type = OperatorType(
        "hold", .chop, label: "Hold",
        pages: [
            ParameterPage(
                "Sample",
                [
                    .menu(
                        "sample", "Sample",
                        [
                            ("offtoon", "Off to On"), ("whileon", "While On"),
                            ("ontooff", "On to Off"), ("whileoff", "While Off"),
                            ("valuechange", "On Value Change"),
                        ]), .toggle("hold", "Hold Last"), .pulse("holdpulse", "Hold Last Pulse"),
                    .toggle("holdsamples", "Hold per Sample"),
                ]), CHOPPages.filter(timeSlice: true),
        ], inputLimit: 2, cook: { ChannelCooking(cook) })

    private struct State {
        var held: Float
        var last: Float?
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let when = try cook.text("sample")
        let trigger = try cook.input(1).map(cook.sliced)?.channels.first?.samples
        let (always, once) = try (cook.isOn("hold"), cook.isPressed("holdpulse"))
        let result = try cook.stepping(
            cook.input, perSample: "holdsamples", start: { State(held: $0) }
        ) { _ in
            { state, sample, index in
                var takes = always || once
                if let trigger, !trigger.isEmpty {
                    let now = trigger[min(index, trigger.count - 1)]
                    let (isOn, wasOn) = (now > 0, state.last.map { $0 > 0 })
                    switch when {
                    case "whileon": takes = takes || isOn
                    case "whileoff": takes = takes || !isOn
                    case "ontooff": takes = takes || !isOn && wasOn == true
                    case "valuechange": takes = takes || state.last.map { $0 != now } == true
                    default: takes = takes || isOn && wasOn == false
                    }
                    state.last = now
                }
                if takes { state.held = sample }
                return state.held
            }
        }
        return try cook.renamed(result)
    }
}
