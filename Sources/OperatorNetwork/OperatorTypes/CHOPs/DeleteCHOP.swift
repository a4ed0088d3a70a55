/// Takes channels away, by name, number or value.
///
/// Deleting samples (the second page) has no effect.
///
/// - Source: <https://docs.derivative.ca/Delete_CHOP>
package nonisolated enum DeleteCHOP {
    package static let type = OperatorType(
        "delete", .chop, label: "Delete", pages: [channels, samples, CHOPPages.filter()],
        inputLimit: 1, cook: { ChannelCooking(cook) })

    private static let select = [
        ("byname", "By Channel Name"), ("bynum", "By Channel Number"),
    ]
    private static let channels = ParameterPage(
        "Channels",
        [
            .toggle("delchannels", "Delete Channels", default: true),
            .menu(
                "discard", "Delete",
                [("scoped", "Scoped Channels"), ("nonscoped", "Non-scoped Channels")]),
            .menu("select", "Select Channels", select), .text("delscope", "Channel Names"),
            .text("selnumbers", "Channel Numbers"),
            .menu(
                "chanvalue", "Channel Value",
                [
                    ("off", "Off"), ("complete", "Channel Completely Within Range"),
                    ("partial", "Channel Partially Within Range"),
                    ("outside", "Channel Completely Outside Range"),
                ]),
            .numbers("selrange", "Value Range", style: .float, suffixes: ["1", "2"]),
            .toggle("selconst", "Select Constant Valued Channels"),
        ])
    private static let samples = ParameterPage(
        "Samples",
        [
            .toggle("delsamples", "Delete Samples"),
            .menu(
                "compchans", "Channels to Compare",
                [("firstchan", "Use First Channel"), ("lastchan", "Use Last Channel")] + select),
            .text("compnames", "Channel Names"), .text("compnums", "Channel Numbers"),
            .menu(
                "compmulti", "Multi-Compare Channels",
                [
                    ("any", "Any Chan in Range"), ("all", "All Chans in Range"), ("add", "Add"),
                    ("sub", "Subtract"), ("mul", "Multiply"), ("div", "Divide"),
                    ("avg", "Average"), ("min", "Minimum"), ("max", "Maximum"),
                    ("len", "Length"),
                ]),
            .menu(
                "condition", "Delete Condition",
                [
                    ("less", "Less Than Value 1"), ("greater", "Greater Than Value 1"),
                    ("equal", "Equal to Value 1"), ("notequal", "Not Equal to Value 1"),
                    ("inside", "Inside Range"), ("outside", "Outside Range"),
                ]), .float("value1", "Value 1"), .toggle("inclvalue1", "Include Value 1"),
            .float("value2", "Value 2"), .toggle("inclvalue2", "Include Value 2"),
            .toggle("deletecomp", "Delete Compare Channels"),
            .toggle("onesample", "One Sample if All Deleted"),
        ])

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let input = cook.input
        guard try cook.isOn("delchannels") else { return try cook.renamed(input) }
        var chosen: Set<Int>
        if try cook.text("select") == "bynum" {
            let numbers = Pattern(try cook.text("selnumbers"))
            chosen = Set(input.channels.indices.filter { numbers.matches("\($0)") })
        } else {
            chosen = Set(input.indices(matching: Pattern(try cook.text("delscope"))))
        }
        let (kind, range) = try (cook.text("chanvalue"), cook.range("selrange"))
        let selectsConstant = try cook.isOn("selconst")
        for index in input.channels.indices {
            let samples = input.channels[index].samples
            let inside = samples.count { Double($0) >= range.low && Double($0) <= range.high }
            let isHit =
                switch kind {
                case "complete": inside == samples.count
                case "partial": inside > 0
                case "outside": inside == 0
                default: false
                }
            let isConstant = selectsConstant && samples.allSatisfy { $0 == samples.first }
            if isHit || isConstant { chosen.insert(index) }
        }
        let keepsChosen = try cook.text("discard") == "nonscoped"
        let kept = input.channels.indices.filter { chosen.contains($0) == keepsChosen }
        return try cook.renamed(input.picking(kept))
    }
}
