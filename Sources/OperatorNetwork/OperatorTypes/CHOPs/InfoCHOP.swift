/// Numbers about another operator.
///
/// Timecode channels and those of single types (beyond CHOPs, DATs and what all have) are missing.
///
/// - Source: <https://docs.derivative.ca/Info_CHOP>
package nonisolated enum InfoCHOP {
    package static let type = OperatorType(
        "info", .chop, label: "Info",
        pages: [
            ParameterPage(
                "Info",
                [
                    .path("op", "Operator"),
                    .menu(
                        "infotype", "Info Type",
                        [("all", "All"), ("general", "General"), ("timecode", "Timecode")]),
                    .text("iscope", "Scope", default: "*"),
                    .menu(
                        "values", "Values",
                        [
                            ("all", "All"), ("inside", "Inside Range"),
                            ("outside", "Outside Range"),
                        ]),
                    .numbers(
                        "range", "Range", style: .float, suffixes: ["1", "2"], default: [0, 1]),
                    .toggle("passive", "Passive"),
                    .toggle("childcooktime", "Children Cook Time"),
                ]), CHOPPages.source(),
        ], inputLimit: 0, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        // Cook times change with every cook of the other, so this one follows in every frame.
        _ = cook.moment
        guard let source = try cook.operators("op").first else {
            return Channels(rate: cook.now.rate)
        }
        var values: [(name: String, value: Float)] = []
        if source.type.family == .chop {
            let channels = try cook.channels(of: source)
            values += [
                ("start", Float(channels.start)), ("length", Float(channels.count)),
                ("sample_rate", Float(channels.rate)),
                ("num_channels", Float(channels.channels.count)),
                ("time_slice", channels.isTimeSlice ? 1 : 0),
            ]
        } else if source.type.family == .dat, let table = try cook.content(of: source)?.table {
            values += [("num_rows", Float(table.rows)), ("num_cols", Float(table.columns))]
        } else if source.type.family == .comp {
            values += [("num_children", Float(source.numChildren))]
        }
        values += report(of: source)
        let scope = Pattern(try cook.text("iscope"))
        let (kind, range) = try (cook.text("values"), cook.range("range"))
        values = values.filter { name, value in
            let isInside = Double(value) >= range.low && Double(value) <= range.high
            return scope.matches(name)
                && (kind == "all" || (kind == "inside") == isInside)
        }
        return Channels(values: values, rate: cook.now.rate)
    }

    /// How an operator has cooked.
    @MainActor
    private static func report(of source: Operator) -> [(name: String, value: Float)] {
        let state = source.cookState
        let statistics = state.statistics
        return [
            ("total_cooks", Float(statistics.totalCooks)),
            ("cook_time", Float(statistics.duration)), ("cook_frame", Float(statistics.frame)),
            ("cook_abs_frame", Float(statistics.absoluteFrame)),
            ("cook_start_time", Float(statistics.start)),
            ("cook_end_time", Float(statistics.end)),
            ("warnings", Float(state.messages(.warning).count)),
            ("errors", Float(state.messages(.error).count)),
        ]
    }
}
