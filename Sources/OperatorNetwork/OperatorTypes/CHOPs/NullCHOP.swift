/// Passes channels on as they are.
///
/// Cook Type asks when to cook; here a Null CHOP always cooks when it is asked and its input changed.
///
/// - Source: <https://docs.derivative.ca/Null_CHOP>
package nonisolated enum NullCHOP {
    package static let type = OperatorType(
        "null", .chop, label: "Null",
        pages: [
            ParameterPage(
                "Null",
                [
                    .menu(
                        "cooktype", "Cook Type",
                        [
                            ("auto", "Automatic"), ("always", "Always"),
                            ("selective", "Selective"),
                        ]),
                    .toggle("checkvalues", "Check Values", default: true),
                    .toggle("checknames", "Check Names", default: true),
                    .toggle("checkrange", "Check Range", default: true),
                ]), CHOPPages.filter(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        try cook.renamed(try cook.isOn("timeslice") ? cook.sliced(cook.input) : cook.input)
    }
}
