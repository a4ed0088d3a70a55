/// Channels under new names.
///
/// - Source: <https://docs.derivative.ca/Rename_CHOP>
package nonisolated enum RenameCHOP {
    package static let type = OperatorType(
        "rename", .chop, label: "Rename",
        pages: [
            ParameterPage(
                "Rename",
                [
                    .text("renamefrom", "From", default: "*"),
                    .text("renameto", "To", default: "*"),
                ]), CHOPPages.filter(),
        ], inputLimit: 2, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var channels = cook.input
        if let names = cook.input(1)?.names {
            for (index, name) in names.enumerated() where index < channels.channels.count {
                channels.channels[index].name = name
            }
        }
        let replacement = PatternReplacement(
            from: try cook.text("renamefrom"), to: try cook.text("renameto"))
        return try cook.renamed(channels.renamed(replacement))
    }
}
