/// The recent history of its input.
///
/// - Source: <https://docs.derivative.ca/Trail_CHOP>
package nonisolated enum TrailCHOP {
    package static let type = OperatorType(
        "trail", .chop, label: "Trail",
        pages: [
            ParameterPage(
                "Trail",
                [
                    .toggle("active", "Active", default: true),
                    .toggle("growlength", "Grow Length"),
                ] + CHOPPages.time("wlength", "Window Length", default: 4)
                    + [
                        .menu(
                            "capture", "Capture",
                            [
                                ("timeslice", "Time Slice"),
                                ("inputcooks", "Only When Input Cooks"),
                            ]), .toggle("resample", "Resample"),
                        .int("samples", "Resample", default: 100, max: 1000),
                        .toggle("setrate", "Rate"),
                    ] + CHOPPages.rate() + CHOPPages.reset), CHOPPages.filter(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var input = cook.input
        if !input.isTimeSlice {
            let slice = cook.slice(at: input.rate)
            for index in input.channels.indices {
                let now = input.current(index, at: cook.moment)
                input.channels[index].samples = Array(repeating: now, count: slice.count)
            }
            (input.count, input.start) = (slice.count, slice.start)
        }
        if try cook.isOn("setrate") { input = try input.resampled(to: try cook.rate()) }
        let isActive = try cook.isOn("active")
        let isReset = try cook.isOn("reset") || cook.isPressed("resetpulse")
        let window = try ChannelLimit.checked(cook.samples("wlength", at: input.rate).rounded())
        let grows = try cook.isOn("growlength")
        var trail = try cook.keeping(Channels()) { kept in
            if kept.names != input.names || kept.rate != input.rate || isReset {
                kept = input
                for index in kept.channels.indices { kept.channels[index].samples = [] }
                kept.count = 0
            }
            if isActive {
                for index in kept.channels.indices {
                    kept.channels[index].samples += input.channels[index].samples
                    let extra = kept.channels[index].samples.count - window
                    if extra > 0, !grows { kept.channels[index].samples.removeFirst(extra) }
                }
                kept.count = kept.channels.first?.samples.count ?? 0
            }
            return kept
        }
        trail.isTimeSlice = false
        trail.start = 0
        if !grows {
            // The window has its full length from the start; before the first sample lies that one.
            let missing = window - trail.count
            for index in trail.channels.indices where missing > 0 {
                let first = trail.channels[index].samples.first ?? 0
                trail.channels[index].samples =
                    Array(repeating: first, count: missing) + trail.channels[index].samples
            }
            trail.count = window
        }
        if try cook.isOn("resample") {
            trail = trail.stretched(to: try ChannelLimit.checked(cook.number("samples")))
        }
        return try cook.renamed(trail)
    }
}
