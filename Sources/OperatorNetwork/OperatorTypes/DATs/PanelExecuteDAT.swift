/// A script whose functions are called when the values of panels change.
///
/// - Source: <https://docs.derivative.ca/Panel_Execute_DAT>
package nonisolated enum PanelExecuteDAT {
    package static let type = OperatorType(
        "panelexecute", .dat, label: "Panel Execute",
        pages: [execute, file, DATPages.common],
        initialContent: .text(callbacks), inputLimit: 1)

    private static let execute = ParameterPage(
        "Panel Execute",
        [
            .toggle("active", "Active", default: true),
            .menu(
                "executeloc", "Execute from",
                [
                    ("current", "Current Node"), ("here", "This Node"),
                    ("op", "Specified Operator"),
                ]),
            .path("fromop", "From Operator", default: ".."),
            .path("panels", "Panels", default: ".."),
            .text("panelvalue", "Panel Value", default: "select"),
            .toggle("offtoon", "Off to On", default: true),
            .toggle("whileon", "While On"),
            .toggle("ontooff", "On to Off"),
            .toggle("whileoff", "While Off"),
            .toggle("valuechange", "Value Change"),
            DATPages.edit,
        ])

    private static let file = ParameterPage("File", DATPages.kept)

    /// What a fresh one holds: every callback, doing nothing.
    private static let callbacks = [
        "onOffToOn(panelValue)", "whileOn(panelValue)", "onOnToOff(panelValue)",
        "whileOff(panelValue)", "onValueChange(panelValue, prev)",
    ].map { "def \($0):\n\treturn\n" }.joined(separator: "\n")
}
