/// Sends channels out of the COMP that holds it.
///
/// - Source: <https://docs.derivative.ca/Out_CHOP>
package nonisolated enum OutCHOP {
    package static let type = OperatorType(
        "out", .chop, label: "Out",
        pages: [ParameterPage("Out", [.text("label", "Label")]), CHOPPages.filter()],
        inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels { try cook.renamed(cook.input) }
}
