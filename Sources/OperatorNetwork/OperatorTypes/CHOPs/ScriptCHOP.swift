/// Channels that Python code makes.
///
/// - Source: <https://docs.derivative.ca/Script_CHOP>
package nonisolated enum ScriptCHOP {
    package static let type = OperatorType(
        "script", .chop, label: "Script",
        pages: [
            ParameterPage(
                "Script",
                [
                    .path("callbacks", "Callbacks DAT", style: .dat),
                    .pulse("setuppars", "Setup Parameters"),
                    .toggle("modoutsidecook", "Modify Outside of Cook"),
                ]), CHOPPages.source(),
        ], cook: { ChannelCooking(cook) }, callbacks: callbacks)

    /// What a fresh one's docked DAT holds.
    private static let callbacks =
        ["onSetupParameters(scriptOp)", "onPulse(par)"].map { "def \($0):\n\treturn\n" }
        .joined(separator: "\n") + "\ndef onCook(scriptOp):\n\tscriptOp.clear()\n\treturn\n"

    /// Lets the code change the channels of the cook before.
    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let node = cook.node
        // Any parameter may matter to code.
        for parameter in node.parameters.custom { _ = try parameter.evaluate() }
        var last = cook.memory.kept(as: Channels.self) ?? Channels(rate: cook.now.rate)
        if last.isTimeSlice {
            let slice = cook.slice(at: last.rate)
            last.resize(to: slice.count)
            last.start = slice.start
        }
        cook.memory.draft = last
        defer { cook.memory.draft = nil }
        try node.network?.callbacks?.cookScript(of: node)
        let made = cook.memory.draft ?? last
        cook.memory.keep(made)
        return made
    }
}
