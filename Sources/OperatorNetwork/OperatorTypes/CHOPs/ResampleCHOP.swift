/// Channels at another rate or over another range.
///
/// Constant Area, Correct for Cycles and Quaternion Blend have no effect.
///
/// - Source: <https://docs.derivative.ca/Resample_CHOP>
package nonisolated enum ResampleCHOP {
    package static let type = OperatorType(
        "resample", .chop, label: "Resample",
        pages: [
            ParameterPage(
                "Resample",
                [
                    .menu(
                        "method", "Method",
                        [
                            // TouchDesigner's own spelling.
                            ("strech", "Same Rate, New Interval"),
                            ("preserve", "New Rate, Same Time Range"),
                            ("index", "New Rate, Same Index Range"),
                            ("newint", "New Rate, New Interval"),
                        ], default: "preserve")
                ] + CHOPPages.rate()
                    + [.menu("relative", "Unit Values", CHOPPages.relative)]
                    + CHOPPages.time("start", "Start", unit: "samples")
                    + CHOPPages.time("end", "End", default: 599, unit: "samples")
                    + [
                        .toggle("quatrot", "Quaternion Blend"),
                        .menu(
                            "interp", "Interpolation", Interpolation.menu, default: "linear"),
                        .toggle("constarea", "Constant Area"),
                        .toggle("correct", "Correct for Cycles"),
                        .float("cyclelen", "Cycle Length", default: 1),
                        .toggle("uselastframe", "Use Last Frame Only"),
                    ]), CHOPPages.filter(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var result = cook.input
        guard result.count > 0, result.rate > 0 else { return try cook.renamed(result) }
        let method = try cook.text("method")
        let interpolation = try cook.choice("interp", Interpolation.linear)
        var count = result.count
        if method == "strech" || method == "newint" {
            let first = try cook.place("start", of: result, from: result.start)
            let last = try cook.place("end", of: result, from: result.end)
            count = try ChannelLimit.checked(last - first + 1)
            result.start = first
        }
        if method != "strech" {
            let rate = try cook.rate()
            if method == "preserve" {
                let ratio = rate / result.rate
                count = try ChannelLimit.checked((Double(count) * ratio).rounded())
                result.start = (result.start * ratio).rounded()
            }
            result.rate = rate
        }
        result = try cook.mapScoped(result) { _, samples in
            interpolation.stretch(samples, to: count)
        }
        result.resize(to: count)
        return try cook.renamed(result)
    }
}
