/// The channels of the first input, those the second one has too from there.
///
/// - Source: <https://docs.derivative.ca/Replace_CHOP>
package nonisolated enum ReplaceCHOP {
    package static let type = OperatorType(
        "replace", .chop, label: "Replace",
        pages: [
            ParameterPage(
                "Replace",
                [
                    .menu(
                        "length", "Length",
                        [("first", "First Input"), ("second", "Second Input")]),
                    .toggle("notify", "Notify on Change"),
                ]), CHOPPages.filter(),
        ], inputLimit: 2, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        guard var second = cook.input(1) else { return try cook.renamed(cook.input) }
        var result = cook.input
        second = try second.resampled(to: result.rate)
        if try cook.text("length") == "second" {
            result = result.trimmed(from: second.start, count: second.count)
            result.isTimeSlice = second.isTimeSlice
        } else {
            second = second.trimmed(from: result.start, count: result.count)
        }
        for index in result.channels.indices {
            guard let other = second.index(of: result.channels[index].name) else { continue }
            result.channels[index].samples = second.channels[other].samples
        }
        return try cook.renamed(result)
    }
}
