/// A script whose functions are called when groups of parameters of other operators change.
///
/// - Source: <https://docs.derivative.ca/ParGroup_Execute_DAT>
package nonisolated enum ParGroupExecuteDAT {
    package static let type = OperatorType(
        "pargroupexecute", .dat, label: "ParGroup Execute",
        pages: [execute, ParameterExecutePages.file, DATPages.common],
        initialContent: .text(callbacks), inputLimit: 1)

    private static let execute = ParameterPage(
        "ParGroup Execute",
        [
            ParameterExecutePages.active,
            ParameterExecutePages.operators,
            ParameterExecutePages.parameters,
            .menu(
                "callbackmode", "Callback Mode",
                [
                    ("pargroup", "Per ParGroup Change"),
                    ("pargrouplist", "Combine ParGroup Changes as List"),
                ]),
            .toggle("valuechange", "Value Change", default: true),
        ] + ParameterExecutePages.events)

    /// What a fresh one holds: every callback, doing nothing.
    private static let callbacks = [
        "onValueChange(curr, prev)", "onPulse(curr)", "onExpressionChange(curr, prev)",
        "onExportChange(curr, prev)", "onEnableChange(curr, prev)", "onModeChange(curr, prev)",
    ].map { "def \($0):\n\treturn\n" }.joined(separator: "\n")
}
