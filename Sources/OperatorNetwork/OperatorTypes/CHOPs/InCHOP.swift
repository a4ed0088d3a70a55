/// What is wired into the COMP that holds it.
///
/// - Source: <https://docs.derivative.ca/In_CHOP>
package nonisolated enum InCHOP {
    package static let type = OperatorType(
        "in", .chop, label: "In",
        pages: [
            ParameterPage(
                "In",
                [
                    .text("label", "Label"), .int("numchannels", "Num Channels"),
                    .text("channames", "Names"),
                ]), CHOPPages.filter(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var channels = cook.input
        let (count, names) = try (cook.whole("numchannels"), cook.text("channames"))
        if count > 0 {
            if !names.isEmpty { channels = channels.picking(channels.indices(inOrderOf: names)) }
            guard channels.channels.count == count else {
                throw CookFailure(
                    "\(cook.node.path) gets \(channels.channels.count) channels, and Num Channels "
                        + "asks for \(count).")
            }
        } else if !names.isEmpty {
            for (index, name) in PatternExpansion.names(names).enumerated()
            where index < channels.channels.count {
                channels.channels[index].name = name
            }
        }
        return try cook.renamed(channels)
    }
}
