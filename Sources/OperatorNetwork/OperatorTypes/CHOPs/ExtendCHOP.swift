/// Says what channels are before and after their samples.
///
/// - Source: <https://docs.derivative.ca/Extend_CHOP>
package nonisolated enum ExtendCHOP {
    package static let type = OperatorType(
        "extend", .chop, label: "Extend",
        pages: [
            ParameterPage(
                "Extend",
                CHOPPages.extend(
                    left: "Left Behavior", right: "Right Behavior", standard: "asis",
                    first: [("asis", "No Change")])), CHOPPages.filter(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var result = cook.input
        result.extend.left = try cook.choice("left", result.extend.left)
        result.extend.right = try cook.choice("right", result.extend.right)
        result.extend.value = try cook.single("defval")
        return try cook.renamed(result)
    }
}
