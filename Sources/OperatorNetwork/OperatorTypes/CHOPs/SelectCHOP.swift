/// Channels picked by name from another CHOP, or from the input.
///
/// - Source: <https://docs.derivative.ca/Select_CHOP>
package nonisolated enum SelectCHOP {
    package static let type = OperatorType(
        "select", .chop, label: "Select",
        pages: [
            ParameterPage(
                "Select",
                [
                    .path("chop", "CHOP", style: .chop),
                    .text("channames", "Channel Names", default: "*"),
                    .text("renamefrom", "Rename from", default: "*"),
                    .text("renameto", "Rename to", default: "*"),
                    .toggle("filterbydigits", "Filter by Digits"), .int("digits", "Digits"),
                    .toggle("stripdigits", "Strip Digits"), CHOPPages.align,
                    .toggle("autoprefix", "Automatic Prefix"),
                ]), CHOPPages.source(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let sources = try cook.operators("chop")
        let prefixes = try cook.isOn("autoprefix") && sources.count > 1
        var inputs = try sources.map { source in
            var channels = try cook.channels(of: source)
            if prefixes {
                for index in channels.channels.indices {
                    channels.channels[index].name =
                        "\(source.name)/\(channels.channels[index].name)"
                }
            }
            return channels
        }
        if try cook.text("chop").isEmpty { inputs = cook.inputs }
        let all = MergeCHOP.merged(try cook.aligned(inputs), duplicates: .unique)
        return try pick(from: all, cook)
    }

    @MainActor
    private static func pick(from all: Channels, _ cook: ChannelCook) throws -> Channels {
        var picked = all.picking(all.indices(inOrderOf: try cook.text("channames")))
        let (filters, strips) = try (cook.isOn("filterbydigits"), cook.isOn("stripdigits"))
        if filters {
            let digits = try cook.whole("digits")
            picked.channels = picked.channels.filter { OperatorName($0.name).digits == digits }
            if strips {
                for index in picked.channels.indices {
                    picked.channels[index].name = OperatorName(picked.channels[index].name).base
                }
            }
        }
        let (from, to) = try (cook.text("renamefrom"), cook.text("renameto"))
        if from == to || from.isEmpty { return picked }
        return picked.renamed(PatternReplacement(from: from, to: to))
    }
}
