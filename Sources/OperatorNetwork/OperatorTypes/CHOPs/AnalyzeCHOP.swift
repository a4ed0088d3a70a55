/// One number from all samples of a channel.
///
/// - Source: <https://docs.derivative.ca/Analyze_CHOP>
package nonisolated enum AnalyzeCHOP {
    package static let type = OperatorType(
        "analyze", .chop, label: "Analyze",
        pages: [
            ParameterPage(
                "Analyze",
                [
                    .menu("function", "Function", functions),
                    .toggle("allowstart", "Allow Start Peaks"),
                    .toggle("allowend", "Allow End Peaks"),
                    .float("nopeakvalue", "No Peak Value"),
                    .toggle("valleys", "Analyze Valleys vs Peaks"),
                ]), CHOPPages.filter(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    private static let functions = [
        ("average", "Average"), ("maximum", "Maximum"), ("minimum", "Minimum"),
        ("maximumindex", "Index of Maximum"), ("minimumindex", "Index of Minimum"),
        ("sum", "Sum"), ("rmspower", "RMS Power"), ("firstpeakvalue", "Value of First Peak"),
        ("firstpeakindex", "Index of First Peak"), ("lastpeakvalue", "Value of Last Peak"),
        ("lastpeakindex", "Index of Last Peak"), ("highestpeakvalue", "Value of Highest Peak"),
        ("highestpeakindex", "Index of Highest Peak"),
        ("lowestpeakvalue", "Value of Lowest Peak"),
        ("lowestpeakindex", "Index of Lowest Peak"), ("totalpeaks", "Total Peaks"),
        ("duplicates", "Duplicates"),
    ]

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let function = try cook.text("function")
        let (start, end) = try (cook.isOn("allowstart"), cook.isOn("allowend"))
        let (none, valleys) = try (cook.single("nopeakvalue"), cook.isOn("valleys"))
        var result = cook.input
        for index in result.channels.indices {
            let samples = result.channels[index].samples
            if function.contains("peak") {
                let peaks = peaks(of: samples, start: start, end: end, valleys: valleys)
                result.channels[index].samples = [peak(function, peaks, samples) ?? none]
            } else {
                result.channels[index].samples = [whole(function, samples)]
            }
        }
        (result.count, result.start, result.isTimeSlice) = (1, 0, false)
        return try cook.renamed(result)
    }

    private static func whole(_ function: String, _ samples: [Float]) -> Float {
        guard !samples.isEmpty else { return 0 }
        let count = Double(samples.count)
        // Summed as doubles: a million 32-bit samples would lose their last digits.
        let sum = samples.reduce(0.0) { $0 + Double($1) }
        switch function {
        case "average": return Float(sum / count)
        case "maximum": return samples.max() ?? 0
        case "minimum": return samples.min() ?? 0
        case "maximumindex":
            return Float(
                samples.indices.max {
                    samples[$0] < samples[$1] || samples[$0] == samples[$1] && $0 > $1
                } ?? 0)
        case "minimumindex":
            return Float(
                samples.indices.min {
                    samples[$0] < samples[$1] || samples[$0] == samples[$1] && $0 < $1
                } ?? 0)
        case "sum": return Float(sum)
        case "rmspower":
            return Float(
                (samples.reduce(0.0) { $0 + Double($1) * Double($1) } / count).squareRoot())
        case "duplicates": return Float(samples.count - Set(samples).count)
        default: return 0
        }
    }

    private static func peaks(
        of samples: [Float], start: Bool, end: Bool, valleys: Bool
    ) -> [Int] {
        let values = valleys ? samples.map { -$0 } : samples
        return values.indices.filter { index in
            let rises = index == 0 ? start : values[index] > values[index - 1]
            let falls = index == values.count - 1 ? end : values[index] > values[index + 1]
            return rises && falls
        }
    }

    private static func peak(_ function: String, _ peaks: [Int], _ samples: [Float]) -> Float? {
        if function == "totalpeaks" { return Float(peaks.count) }
        let found: Int? =
            if function.hasPrefix("first") {
                peaks.first
            } else if function.hasPrefix("last") {
                peaks.last
            } else if function.hasPrefix("highest") {
                peaks.max { samples[$0] < samples[$1] }
            } else {
                peaks.min { samples[$0] < samples[$1] }
            }
        return found.map { function.hasSuffix("index") ? Float($0) : samples[$0] }
    }
}
