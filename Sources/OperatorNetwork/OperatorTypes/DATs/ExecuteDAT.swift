/// A script whose functions are called at the start, at the end, and around every frame.
///
/// - Source: <https://docs.derivative.ca/Execute_DAT>
package nonisolated enum ExecuteDAT {
    package static let type = OperatorType(
        "execute", .dat, label: "Execute",
        pages: [execute, file, DATPages.common],
        initialContent: .text(callbacks), inputLimit: 1)

    private static let execute = ParameterPage(
        "Execute",
        [
            .toggle("active", "Active", default: true),
            .menu(
                "executeloc", "Execute from",
                [
                    ("current", "Current Node"), ("here", "This Node"),
                    ("op", "Specified Operator"),
                ]),
            .path("fromop", "From Operator", default: ".."),
            .toggle("start", "Start"),
            .toggle("create", "Create"),
            .toggle("exit", "Exit"),
            .toggle("framestart", "Frame Start"),
            .toggle("frameend", "Frame End"),
            .toggle("playstatechange", "Play State Change"),
            .toggle("devicechange", "Device Change"),
            .toggle("projectpresave", "Project Pre Save"),
            .toggle("projectpostsave", "Project Post Save"),
            DATPages.edit,
        ])

    private static let file = ParameterPage("File", DATPages.kept)

    /// What a fresh one holds: every callback, doing nothing.
    private static let callbacks = [
        "onStart()", "onCreate()", "onExit()", "onFrameStart(frame)", "onFrameEnd(frame)",
        "onPlayStateChange(state)", "onDeviceChange()", "onProjectPreSave()",
        "onProjectPostSave()",
    ].map { "def \($0):\n\treturn\n" }.joined(separator: "\n")
}
