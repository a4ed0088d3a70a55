/// Adds up speeds to positions.
///
/// - Source: <https://docs.derivative.ca/Speed_CHOP>
package nonisolated enum SpeedCHOP {
    package static let type = OperatorType(
        "speed", .chop, label: "Speed", pages: [speed, CHOPPages.filter(timeSlice: true)],
        inputLimit: 2, cook: { ChannelCooking(cook) })

    private static let speed = ParameterPage(
        "Speed",
        [
            .menu(
                "order", "Order", [("first", "First"), ("second", "Second"), ("third", "Third")]),
            .float("speed", "Speed", default: 1), .float("constant1", "First Constant"),
            .float("constant2", "Second Constant"), .float("constant3", "Third Constant"),
            .menu(
                "limittype", "Limit Type",
                [("off", "Off"), ("clamp", "Clamp"), ("loop", "Loop"), ("zigzag", "Zigzag")]),
            .float("min", "Minimum"), .float("max", "Maximum", default: 1),
            .toggle("speedsamples", "Speed per Sample"), CHOPPages.resetCondition,
            .float("resetvalue", "Reset Value"), .toggle("reset", "Reset"),
            .toggle("resetonstart", "Reset on Start"), .pulse("resetpulse", "Reset Pulse"),
        ])

    private struct State {
        var sums = [0.0, 0.0, 0.0]
        var gate = ResetGate()
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let isFed = !cook.input.channels.isEmpty
        let source =
            isFed
            ? cook.input
            : Channels(values: [("chan1", try cook.single("speed"))], rate: cook.now.rate)
        let order = ["first": 1, "second": 2, "third": 3][try cook.text("order")] ?? 1
        let reset = try cook.input(1).map(cook.sliced)?.channels.first?.samples
        let condition = try cook.choice("resetcondition", ResetGate.Condition.offToOn)
        let isReset = try cook.isOn("reset") || cook.isPressed("resetpulse")
        let isPerSample = try cook.isOn("speedsamples")
        let step = isPerSample ? Double(cook.now.step) / cook.now.rate : 1 / source.rate
        let result = try cook.stepping(
            source, perSample: "speedsamples", start: { _ in State() }
        ) { _ in
            let constants = try (1...3).map { try cook.number("constant\($0)") }
            let limit = try cook.choice("limittype", RangeLimit.off)
            let (low, high) = try (cook.number("min"), cook.number("max"))
            let resetValue = try cook.number("resetvalue")
            return { state, sample, index in
                let pulse = reset.flatMap { $0.isEmpty ? nil : $0[min(index, $0.count - 1)] }
                if state.gate.resets(pulse, condition) || isReset {
                    state.sums = [0, 0, 0]
                    state.sums[order - 1] = resetValue
                    return Float(resetValue)
                }
                var value = Double(sample)
                for level in 0..<order {
                    state.sums[level] += value * step
                    value = state.sums[level] + constants[level]
                }
                let kept = limit.apply(value, low, high)
                // A zigzag has to know how far it went; the others go on from where they are.
                if limit == .clamp || limit == .loop { state.sums[order - 1] += kept - value }
                return Float(kept)
            }
        }
        return try cook.renamed(result)
    }
}
