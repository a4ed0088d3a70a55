/// The time of the component that it stands in, as `local/time`.
///
/// - Source: <https://docs.derivative.ca/Time_COMP>
package nonisolated enum TimeCOMP {
    package static let type = OperatorType(
        "time", .comp, label: "Time",
        pages: [page, ComponentPages.extensions, ComponentPages.common])

    private static let page = ParameterPage(
        "Time",
        [
            .toggle("play", "Play", default: true),
            .float("rate", "Rate", default: 60, max: 120),
            .float("start", "Start", default: 1, max: 1000),
            .float("end", "End", default: 600, max: 1000),
            .menu("rangelimit", "Range Limit", [("loop", "Loop"), ("hold", "Hold")]),
            .float("rangestart", "Range Start", default: 1, max: 1000),
            .float("rangeend", "Range End", default: 600, max: 1000),
            .float("resetframe", "Reset Frame", default: 1, max: 1000),
            .numbers(
                "signature", "Signature", style: .int, suffixes: ["1", "2"], default: [4, 4],
                max: 16),
            .float("tempo", "Tempo", default: 120, max: 300),
            .toggle("independent", "Run Independently"),
        ])
}
