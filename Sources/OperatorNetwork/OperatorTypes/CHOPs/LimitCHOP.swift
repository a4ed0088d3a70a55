/// Keeps values within bounds and on steps.
///
/// - Source: <https://docs.derivative.ca/Limit_CHOP>
package nonisolated enum LimitCHOP {
    package static let type = OperatorType(
        "limit", .chop, label: "Limit", pages: [limit, quantize, CHOPPages.filter()],
        inputLimit: 1, cook: { ChannelCooking(cook) })

    private static let limit = ParameterPage(
        "Limit",
        [
            .menu(
                "type", "Type",
                [("off", "Off"), ("clamp", "Clamp"), ("loop", "Loop"), ("zigzag", "Zigzag")],
                default: "clamp"), .float("min", "Minimum"),
            .float("max", "Maximum", default: 1), .toggle("positive", "Positive Only"),
            .toggle("norm", "Normalize"), .toggle("underflow", "Fix Underflows"),
        ])
    private static let quantize = ParameterPage(
        "Quantize",
        [
            .menu("quantvalue", "Quantize Value", CHOPPages.rounding),
            .float("vstep", "Value Step", default: 0.1), .float("voffset", "Value Offset"),
            .menu(
                "quantindex", "Quantize Index",
                [
                    ("off", "Off"), ("relstart", "Offset Relative to Start"),
                    ("relzero", "Offset Relative to Zero"),
                ]),
        ] + CHOPPages.time("istep", "Step", default: 1, unit: "samples")
            + CHOPPages.time("ioffset", "Offset", unit: "samples"))

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let input = cook.input
        let kind = try cook.choice("type", RangeLimit.off)
        let rounding = try cook.choice("quantvalue", Rounding.off)
        let (isPositive, isNormal) = try (cook.isOn("positive"), cook.isOn("norm"))
        let fixes = try cook.isOn("underflow")
        let result = try cook.mapScoped(input) { _, samples in
            let (low, high) = try (cook.number("min"), cook.number("max"))
            let (step, offset) = try (cook.number("vstep"), cook.number("voffset"))
            var values = samples.map { sample -> Double in
                var value = kind.apply(Double(sample), low, high)
                if isPositive { value = abs(value) }
                if fixes, abs(value) < Double(Float.leastNormalMagnitude) { value = 0 }
                return value
            }
            if isNormal, let least = values.min(), let most = values.max(), most > least {
                values = values.map { ($0 - least) / (most - least) * 2 - 1 }
            }
            if rounding != .off, step != 0 {
                values = values.map { rounding.apply(($0 - offset) / step) * step + offset }
            }
            return try onSteps(values, input, cook).map(Float.init)
        }
        return try cook.renamed(result)
    }

    /// Holds the value of each step's first sample until the next step.
    @MainActor
    private static func onSteps(
        _ values: [Double], _ input: Channels, _ cook: ChannelCook
    ) throws -> [Double] {
        let kind = try cook.text("quantindex")
        guard kind != "off", !values.isEmpty else { return values }
        let step = max(1, try cook.samples("istep", at: input.rate))
        let offset = try cook.samples("ioffset", at: input.rate)
        let origin = (kind == "relzero" ? -input.start : 0) + offset
        return values.indices.map { index in
            let place = ((Double(index) - origin) / step).rounded(.down) * step + origin
            return values[min(max(Int(clamping: place.rounded()), 0), values.count - 1)]
        }
    }
}
