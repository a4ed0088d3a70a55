/// Channels moved in time; scrolled ones come in again on the other side.
///
/// - Source: <https://docs.derivative.ca/Shift_CHOP>
package nonisolated enum ShiftCHOP {
    package static let type = OperatorType(
        "shift", .chop, label: "Shift",
        pages: [
            ParameterPage(
                "Shift",
                [
                    .menu(
                        "reference", "Reference",
                        [("refstart", "Start Position"), ("refend", "End Position")]),
                    .menu("relative", "Unit Values", CHOPPages.relative, default: "rel"),
                ] + CHOPPages.time("start", "Start", unit: "samples")
                    + CHOPPages.time("end", "End", unit: "samples")
                    + CHOPPages.time("scroll", "Scroll Offset", unit: "samples")),
            CHOPPages.filter(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var result = cook.input
        if try cook.text("reference") == "refend" {
            let end = try cook.place("end", of: result, from: result.end)
            result.start = end - Double(max(result.count, 1) - 1)
        } else {
            result.start = try cook.place("start", of: result, from: result.start)
        }
        let rate = result.rate
        result = try cook.mapScoped(result) { _, samples in
            let scroll = Int(clamping: try cook.samples("scroll", at: rate).rounded())
            guard !samples.isEmpty, scroll % samples.count != 0 else { return samples }
            let cycle = ChannelExtend(left: .cycle, right: .cycle)
            return samples.indices.map {
                cycle.value(at: $0 - scroll % samples.count, of: samples)
            }
        }
        return try cook.renamed(result)
    }
}
