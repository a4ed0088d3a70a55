/// Its input as a time slice.
///
/// - Source: <https://docs.derivative.ca/Time_Slice_CHOP>
package nonisolated enum TimeSliceCHOP {
    package static let type = OperatorType(
        "timeslice", .chop, label: "Time Slice",
        pages: [
            ParameterPage(
                "Time Slice",
                [
                    .menu(
                        "method", "Method",
                        [("hold", "Hold"), ("linear", "Linear"), ("trim", "Trim")],
                        default: "linear"), .toggle("quatrot", "Quaternion Blend"),
                ]), CHOPPages.filter(timeSlice: true),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let input = cook.input
        let method = try cook.text("method")
        if input.isTimeSlice { return try cook.renamed(input) }
        var slice = cook.slice(at: input.rate)
        slice.extend = input.extend
        slice.channels = input.channels
        let now = input.channels.indices.map { input.current($0, at: cook.moment) }
        let result = try cook.keeping(now) { last in
            if last.count != now.count { last = now }
            for index in slice.channels.indices {
                slice.channels[index].samples = (1...slice.count).map { place in
                    switch method {
                    case "trim":
                        return input.value(of: index, at: slice.start + Double(place - 1))
                    case "linear":
                        let part = Float(place) / Float(slice.count)
                        return last[index] + (now[index] - last[index]) * part
                    default: return now[index]
                    }
                }
            }
            last = now
            return slice
        }
        return try cook.renamed(result)
    }
}
