/// Counts how often channels cross a threshold.
///
/// - Source: <https://docs.derivative.ca/Count_CHOP>
package nonisolated enum CountCHOP {
    package static let type = OperatorType(
        "count", .chop, label: "Count",
        pages: [trigger, count, CHOPPages.filter(timeSlice: true)], inputLimit: 3,
        cook: { ChannelCooking(cook) })

    private static let trigger = ParameterPage(
        "Trigger",
        [
            .toggle("threshold", "Release = Trigger Threshold", default: true),
            .float("threshup", "Trigger Threshold"), .float("threshdown", "Release Threshold"),
        ] + CHOPPages.time("retrigger", "Re-Trigger Delay")
            + [
                .menu(
                    "triggeron", "Trigger On",
                    [("increase", "Increasing Values"), ("decrease", "Decreasing Values")])
            ])
    private static let count = ParameterPage(
        "Count",
        [
            .menu(
                "output", "Limit",
                [
                    ("off", "Off"), ("loop", "Loop Min/Max"), ("min", "Clamp Min/Max"),
                    ("lc", "Loop Min, Clamp Max"), ("cl", "Clamp Min, Loop Max"),
                    ("zigzag", "Zigzag Min/Max"),
                ]),
            .float("limitmin", "Limit Minimum"), .float("limitmax", "Limit Maximum", default: 10),
            .menu("offtoon", "Off to On", actions, default: "inc"),
            .menu("on", "While On", actions), .menu("ontooff", "On to Off", actions),
            .menu("off", "While Off", actions), CHOPPages.resetCondition,
            .float("resetvalue", "Reset Value"),
        ] + CHOPPages.reset)
    private static let actions = [
        ("none", "None"), ("inc", "Increase Count"), ("dec", "Decrease Count"),
        ("inctime", "Increase Count by Time"), ("dectime", "Decrease Count by Time"),
        ("reset", "Reset Count to Zero"),
    ]

    private struct State {
        var count = 0.0
        var edge = TriggerEdge()
        var gate = ResetGate()
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let edges = try TriggerEdge.Levels(cook, at: cook.input.rate)
        let actions = try ["offtoon", "on", "ontooff", "off"].map { try cook.text($0) }
        let limit = try Limit(cook)
        let (resetValue, isReset) = try (
            cook.number("resetvalue"), cook.isOn("reset") || cook.isPressed("resetpulse")
        )
        let condition = try cook.choice("resetcondition", ResetGate.Condition.offToOn)
        let reset = try cook.input(1).map(cook.sliced)?.channels.first?.samples
        let step = try cook.input(2).map(cook.sliced)?.channels.first?.samples
        let perSample = 1 / cook.input.rate
        let result = try cook.stepping(cook.input, start: { _ in State() }) { _ in
            { state, sample, index in
                let amount = Double(step.map { $0.isEmpty ? 1 : $0[min(index, $0.count - 1)] } ?? 1)
                let edge = state.edge.take(sample, edges)
                var changes = [edge.isOn ? actions[1] : actions[3]]
                if edge == .triggered { changes.append(actions[0]) }
                if edge == .released { changes.append(actions[2]) }
                for change in changes {
                    switch change {
                    case "inc": state.count += amount
                    case "dec": state.count -= amount
                    case "inctime": state.count += amount * perSample
                    case "dectime": state.count -= amount * perSample
                    case "reset": state.count = 0
                    default: break
                    }
                }
                let pulse = reset.flatMap { $0.isEmpty ? nil : $0[min(index, $0.count - 1)] }
                if state.gate.resets(pulse, condition) || isReset { state.count = resetValue }
                if limit.kind != .zigzag { state.count = limit.apply(state.count) }
                return Float(limit.apply(state.count))
            }
        }
        return try cook.renamed(result)
    }

    /// How counts are kept within bounds; whole counts include both bounds.
    private struct Limit {
        enum Kind: String {
            case off, loop, clamp = "min", loopClamp = "lc", clampLoop = "cl", zigzag
        }

        let kind: Kind
        let low: Double
        let high: Double

        @MainActor
        init(_ cook: ChannelCook) throws {
            kind = try cook.choice("output", Kind.off)
            (low, high) = try (cook.number("limitmin"), cook.number("limitmax"))
        }

        func apply(_ count: Double) -> Double {
            guard count < low || count > high else { return count }
            switch (kind, count < low) {
            case (.off, _): return count
            case (.clamp, let isLow): return isLow ? low : high
            case (.zigzag, _): return RangeLimit.zigzag.apply(count, low, high)
            case (.loopClamp, false): return high
            case (.clampLoop, true): return low
            default: return RangeLimit.loop.apply(count, low, high + 1)
            }
        }
    }
}
