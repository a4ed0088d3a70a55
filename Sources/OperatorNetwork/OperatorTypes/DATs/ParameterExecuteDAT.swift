/// A script whose functions are called when parameters of other operators change.
///
/// - Source: <https://docs.derivative.ca/Parameter_Execute_DAT>
package nonisolated enum ParameterExecuteDAT {
    package static let type = OperatorType(
        "parameterexecute", .dat, label: "Parameter Execute",
        pages: [execute, ParameterExecutePages.file, DATPages.common],
        initialContent: .text(callbacks), inputLimit: 1)

    private static let execute = ParameterPage(
        "Parameter Execute",
        [
            ParameterExecutePages.active,
            .menu(
                "executeloc", "Execute from",
                [
                    ("current", "Current Node"), ("here", "This Node"),
                    ("op", "Specified Operator"),
                ]),
            .path("fromop", "From Operator", default: ".."),
            ParameterExecutePages.operators,
            ParameterExecutePages.parameters,
            .toggle("valuechange", "Value Change", default: true),
            .toggle("valueschanged", "Values Changed"),
        ] + ParameterExecutePages.events)

    /// What a fresh one holds: every callback, doing nothing.
    private static let callbacks = [
        "onValueChange(par, prev)", "onValuesChanged(changes)", "onPulse(par)",
        "onExpressionChange(par, val, prev)", "onExportChange(par, val, prev)",
        "onEnableChange(par, val, prev)", "onModeChange(par, val, prev)",
    ].map { "def \($0):\n\treturn\n" }.joined(separator: "\n")
}
