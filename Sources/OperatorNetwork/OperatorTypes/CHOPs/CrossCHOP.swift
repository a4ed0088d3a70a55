/// Blends from one input to the next.
///
/// - Source: <https://docs.derivative.ca/Cross_CHOP>
package nonisolated enum CrossCHOP {
    package static let type = OperatorType(
        "cross", .chop, label: "Cross",
        pages: [
            ParameterPage("Cross", [.float("cross", "Cross")]), CHOPPages.filter(),
        ], cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let inputs = try cook.aligned(cook.inputs)
        guard !inputs.isEmpty else { return Channels(rate: cook.now.rate) }
        let place = min(max(try cook.number("cross"), 0), Double(inputs.count - 1))
        let below = Int(clamping: place)
        let part = Float(place - Double(below))
        guard part > 0, below + 1 < inputs.count else { return try cook.renamed(inputs[below]) }
        var result = inputs[below]
        let next = inputs[below + 1]
        for index in result.channels.indices where index < next.channels.count {
            let other = next.channels[index].samples
            result.channels[index].samples = zip(result.channels[index].samples, other).map {
                $0 + ($1 - $0) * part
            }
        }
        return try cook.renamed(result)
    }
}
