/// The parameters that the Parameter Execute and the ParGroup Execute DAT share.
///
/// - Source: <https://docs.derivative.ca/Parameter_Execute_DAT>
nonisolated enum ParameterExecutePages {
    static let active: [ParameterDefinition] = .toggle("active", "Active", default: true)

    static let operators: [ParameterDefinition] = .path("op", "OPs")

    static let parameters: [ParameterDefinition] = .text("pars", "Parameters")

    static let events: [[ParameterDefinition]] = [
        .toggle("onpulse", "On Pulse", default: true),
        .toggle("expressionchange", "Expression Change"),
        .toggle("exportchange", "Export Change"),
        .toggle("enablechange", "Enable Change"),
        .toggle("modechange", "Mode Change"),
        .toggle("custom", "Custom", default: true),
        .toggle("builtin", "Built-In", default: true),
        DATPages.edit,
    ]

    static let file = ParameterPage("File", DATPages.kept)
}
