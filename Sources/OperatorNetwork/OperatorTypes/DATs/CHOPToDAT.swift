/// The samples of a CHOP as a table.
///
/// - Source: <https://docs.derivative.ca/CHOP_to_DAT>
package nonisolated enum CHOPToDAT {
    package static let type = OperatorType(
        "chopto", .dat, label: "CHOP to",
        pages: [
            ParameterPage(
                "CHOP To",
                [
                    .path("chop", "CHOP", style: .chop), .toggle("names", "Include Names"),
                    .toggle("latestsample", "Latest Sample when Time Slice"),
                    .menu(
                        "output", "Output",
                        [
                            ("rowperchan", "Row per Channel"),
                            ("colperchan", "Column per Channel"),
                        ]),
                ]), DATPages.common,
        ], initialContent: .table, inputLimit: 0, cook: { PlainCooking(cook) })

    @MainActor
    private static func cook(_ context: CookContext) throws {
        guard let channels = try context.channels(of: context.operator("chop")) else {
            return try context.output(rows: [])
        }
        let (names, latest) = try (context.bool("names"), context.bool("latestsample"))
        var rows = channels.channels.map { channel in
            let samples =
                latest && channels.isTimeSlice ? Array(channel.samples.suffix(1)) : channel.samples
            return (names ? [channel.name] : []) + samples.map(text)
        }
        if try context.text("output") == "colperchan" {
            let longest = rows.map(\.count).max() ?? 0
            rows = (0..<longest).map { index in
                rows.map { $0.indices.contains(index) ? $0[index] : "" }
            }
        }
        try context.output(rows: rows)
    }

    /// A sample as a cell holds it: whole numbers without a point.
    private static func text(_ sample: Float) -> String {
        sample == sample.rounded() && abs(sample) < 1e9
            ? "\(Int(clamping: Double(sample)))" : "\(sample)"
    }
}
