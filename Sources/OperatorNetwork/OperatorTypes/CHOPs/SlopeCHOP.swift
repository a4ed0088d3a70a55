/// How fast channels change.
///
/// - Source: <https://docs.derivative.ca/Slope_CHOP>
package nonisolated enum SlopeCHOP {
    package static let type = OperatorType(
        "slope", .chop, label: "Slope",
        pages: [
            ParameterPage(
                "Slope",
                [
                    .menu(
                        "type", "Type",
                        [
                            ("slope", "Slope"), ("accel", "Acceleration"),
                            ("slacc", "Acceleration Of Slope"),
                        ]),
                    .menu(
                        "method", "Method",
                        [
                            ("pc", "Use Previous And Current Sample"),
                            ("cn", "Use Current And Next Sample"),
                            ("pn", "Use Previous And Next Sample"),
                        ]), .toggle("slopesamples", "Slope per Sample"),
                ]), CHOPPages.filter(timeSlice: true),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let order = ["slope": 1, "accel": 2, "slacc": 3][try cook.text("type")] ?? 1
        let isPerSample = try cook.isOn("slopesamples")
        let rate = isPerSample ? cook.now.rate : cook.input.rate
        let isStatic = try !cook.isOn("timeslice") && !cook.input.isTimeSlice && !isPerSample
        if isStatic {
            let method = try cook.text("method")
            return try cook.renamed(
                cook.mapScoped(cook.input) { _, samples in
                    (0..<order).reduce(samples) { values, _ in
                        differences(values, method, Float(rate))
                    }
                })
        }
        let result = try cook.stepping(
            cook.input, perSample: "slopesamples", start: { [Double($0), 0, 0] }
        ) { _ in
            { (last: inout [Double], sample, _) in
                // Each level's change is the value of the next: speed, acceleration, its change.
                var value = Double(sample)
                for level in 0..<order {
                    let change = (value - last[level]) * rate
                    last[level] = value
                    value = change
                }
                return Float(value)
            }
        }
        return try cook.renamed(result)
    }

    private static func differences(
        _ samples: [Float], _ method: String, _ rate: Float
    ) -> [Float] {
        guard samples.count > 1 else { return samples.map { _ in 0 } }
        let last = samples.count - 1
        return samples.indices.map { index in
            let (before, after) = (max(index - 1, 0), min(index + 1, last))
            switch method {
            case "cn":
                return index == last
                    ? (samples[last] - samples[last - 1]) * rate
                    : (samples[after] - samples[index]) * rate
            case "pn": return (samples[after] - samples[before]) * rate / Float(after - before)
            default:
                return index == 0
                    ? (samples[1] - samples[0]) * rate
                    : (samples[index] - samples[before]) * rate
            }
        }
    }
}
