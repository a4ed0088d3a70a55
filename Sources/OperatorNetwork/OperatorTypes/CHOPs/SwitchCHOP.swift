/// One of its inputs.
///
/// - Source: <https://docs.derivative.ca/Switch_CHOP>
package nonisolated enum SwitchCHOP {
    package static let type = OperatorType(
        "switch", .chop, label: "Switch",
        pages: [
            ParameterPage(
                "Switch",
                [
                    .toggle("indexfirst", "First Input is Index"), .float("index", "Index"),
                    .menu(
                        "extend", "Extend",
                        [("clamp", "Clamp"), ("loop", "Loop"), ("zigzag", "ZigZag")]),
                ]), CHOPPages.filter(),
        ], cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var choices = cook.inputs
        var index = try cook.number("index")
        if try cook.isOn("indexfirst"), !choices.isEmpty {
            let first = choices.removeFirst()
            index = first.channels.isEmpty ? 0 : Double(first.current(0, at: cook.moment))
        }
        guard !choices.isEmpty else { return Channels(rate: cook.now.rate) }
        let count = Double(choices.count)
        index = index.isFinite ? index.rounded(.down) : 0
        switch try cook.text("extend") {
        case "loop": index = RangeLimit.remainder(index, count)
        case "zigzag" where choices.count > 1: index = RangeLimit.zigzag.apply(index, 0, count - 1)
        default: break
        }
        return try cook.renamed(choices[Int(clamping: min(max(index, 0), count - 1))])
    }
}
