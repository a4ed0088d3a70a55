/// Channels over a longer or shorter range, at the same rate.
///
/// Constant Area has no effect.
///
/// - Source: <https://docs.derivative.ca/Stretch_CHOP>
package nonisolated enum StretchCHOP {
    package static let type = OperatorType(
        "stretch", .chop, label: "Stretch",
        pages: [
            ParameterPage(
                "Stretch",
                [
                    .menu("interp", "Interpolation", Interpolation.menu, default: "linear"),
                    .toggle("constarea", "Constant Area"),
                    .menu("relative", "Unit Values", CHOPPages.relative, default: "rel"),
                ] + CHOPPages.time("start", "Start", unit: "samples")
                    + CHOPPages.time("end", "End", unit: "samples")
                    + [
                        .float("scale", "Length Scale", default: 1),
                        .toggle("reverse", "Reverse Interval"),
                    ]), CHOPPages.filter(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var result = cook.input
        guard result.count > 0 else { return try cook.renamed(result) }
        let first = try cook.place("start", of: result, from: result.start)
        let last = try cook.place("end", of: result, from: result.end)
        let length = (last - first + 1) * (try cook.number("scale"))
        let count = try ChannelLimit.checked(length.rounded())
        let interpolation = try cook.choice("interp", Interpolation.linear)
        let isReversed = try cook.isOn("reverse")
        result = try cook.mapScoped(result) { _, samples in
            let stretched = interpolation.stretch(samples, to: count)
            return isReversed ? stretched.reversed() : stretched
        }
        result.start = first
        result.resize(to: count)
        return try cook.renamed(result)
    }
}
