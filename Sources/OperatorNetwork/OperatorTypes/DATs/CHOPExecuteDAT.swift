/// A script whose functions are called when channels change, go on or off.
///
/// - Source: <https://docs.derivative.ca/CHOP_Execute_DAT>
package nonisolated enum CHOPExecuteDAT {
    package static let type = OperatorType(
        "chopexecute", .dat, label: "CHOP Execute",
        pages: [
            ParameterPage(
                "CHOP Execute",
                [
                    .toggle("active", "Active", default: true),
                    .menu(
                        "executeloc", "Execute from",
                        [
                            ("current", "Current Node"), ("here", "This Node"),
                            ("op", "Specified Operator"),
                        ]), .path("fromop", "From Operator", default: ".."),
                    .path("chop", "CHOP", style: .chop),
                    .text("channel", "Channel", default: "*"), .toggle("offtoon", "Off to On"),
                    .toggle("whileon", "While On"), .toggle("ontooff", "On to Off"),
                    .toggle("whileoff", "While Off"),
                    .toggle("valuechange", "Value Change", default: true),
                    .menu(
                        "freq", "While Off/On Frequency",
                        [
                            ("everysample", "Execute For Every Sample"),
                            ("onceperframe", "Execute Once Per Frame"),
                        ]), DATPages.edit,
                ]), ParameterPage("File", DATPages.kept),
            DATPages.common,
        ],
        initialContent: .text(callbacks), inputLimit: 1)

    /// What a fresh one holds: every callback, doing nothing.
    private static let callbacks = [
        "onOffToOn", "whileOn", "onOnToOff", "whileOff", "onValueChange",
    ]
    .map { "def \($0)(channel, sampleIndex, val, prev):\n\treturn\n" }
    .joined(separator: "\n")
}
