/// A part of the samples, or all but a part.
///
/// - Source: <https://docs.derivative.ca/Trim_CHOP>
package nonisolated enum TrimCHOP {
    package static let type = OperatorType(
        "trim", .chop, label: "Trim",
        pages: [
            ParameterPage(
                "Trim",
                [
                    .menu(
                        "relative", "Unit Values",
                        CHOPPages.relative + [("slice", "Current Time Slice")])
                ] + CHOPPages.time("start", "Start", unit: "samples")
                    + CHOPPages.time("end", "End", default: 599, unit: "samples")
                    + [
                        .menu(
                            "discard", "Discard",
                            [("exterior", "Exterior"), ("interior", "Interior")])
                    ]), CHOPPages.filter(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let input = cook.input
        var first = try cook.place("start", of: input, from: input.start)
        var last = try cook.place("end", of: input, from: input.end)
        if try cook.text("relative") == "slice" {
            let slice = cook.slice(at: input.rate)
            (first, last) = (slice.start, slice.end)
        }
        let count = try ChannelLimit.checked(last - first + 1)
        guard try cook.text("discard") == "interior" else {
            return try cook.renamed(input.trimmed(from: first, count: count))
        }
        var result = input
        for index in result.channels.indices {
            result.channels[index].samples = input.channels[index].samples.enumerated().filter {
                let place = input.start + Double($0.offset)
                return place < first || place > last
            }.map(\.element)
        }
        result.count = result.channels.first?.samples.count ?? input.count
        return try cook.renamed(result)
    }
}
