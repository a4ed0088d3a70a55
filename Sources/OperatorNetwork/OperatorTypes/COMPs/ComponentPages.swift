/// The pages that every COMP has.
///
/// - Source: <https://docs.derivative.ca/Base_COMP>
nonisolated enum ComponentPages {
    /// - Source: <https://docs.derivative.ca/Extensions>
    static let extensions = ParameterPage(
        "Extensions",
        [
            .pulse("reinitextensions", "Re-Init Extensions"),
            .toggle("initextonstart", "Init Extensions On Start"),
            .sequence(
                "ext", "Extension",
                block: [
                    .text("object", "Object"),
                    .text("name", "Name"),
                    .toggle("promote", "Promote"),
                ]),
        ])

    static let common = ParameterPage("Common", shortcuts + viewers + cloning + externalTox)

    static let panelCommon = ParameterPage(
        "Common",
        shortcuts + viewers + [.toggle("keepmemory", "Keep in Memory")] + cloning + externalTox
            + colorSpace)

    private static let shortcuts: [[ParameterDefinition]] = [
        .text("parentshortcut", "Parent Shortcut"),
        .text("opshortcut", "Global OP Shortcut"),
        .sequence(
            "iop", "Internal OP",
            block: [.text("shortcut", "Shortcut"), .path("op", "OP")]),
    ]

    private static let viewers: [[ParameterDefinition]] = [
        .menu(
            "nodeview", "Node View",
            [("default", "Default Viewer"), ("opviewer", "Operator Viewer")]),
        .path("opviewer", "Operator Viewer", default: "./out1"),
    ]

    private static let cloning: [[ParameterDefinition]] = [
        .toggle("enablecloning", "Enable Cloning", default: true),
        .pulse("enablecloningpulse", "Enable Cloning Pulse"),
        .path("clone", "Clone Master", style: .comp),
        .toggle("loadondemand", "Load on Demand"),
    ]

    private static let externalTox: [[ParameterDefinition]] = [
        .toggle("enableexternaltox", "Enable External .tox", default: true),
        .pulse("enableexternaltoxpulse", "Enable External .tox Pulse"),
        .text("externaltox", "External .tox Path", style: .file),
        .toggle("reloadcustom", "Reload Custom Parameters", default: true),
        .toggle("reloadbuiltin", "Reload Built-In Parameters", default: true),
        .toggle("savebackup", "Save Backup of External", default: true),
        .text("subcompname", "Sub-Component to Load"),
        .menu(
            "relpath", "Relative File Path Behavior",
            [
                ("inherit", "Use Parent's Behavior"),
                ("project", "Relative to Project File (.toe)"),
                ("externaltox", "Relative to External COMP File (.tox)"),
            ]),
    ]

    private static let colorSpace: [[ParameterDefinition]] = [
        .menu(
            "parmcolorspace", "Parameter Color Space",
            [
                ("srgb", "sRGB"), ("srgblinear", "sRGB - Linear"),
                ("rec601ntsc", "Rec.601 (NTSC)"), ("rec709", "Rec.709"), ("rec2020", "Rec.2020"),
                ("dcip3", "DCI-P3"), ("dcip3d60", "DCI-P3 (D60)"),
                ("displayp3d65", "Display-P3 (D65)"), ("aces2065-1", "ACES2065-1"),
                ("acescg", "ACEScg"), ("passthrough", "Passthrough"),
            ]),
        .menu(
            "parmreferencewhite", "Parameter Reference White",
            [
                ("default", "Default For Color Space"), ("useparent", "Use Parent Panel"),
                ("sdr", "Standard (SDR)"), ("hdr", "High (HDR)"), ("ui", "UI"),
            ]),
    ]
}
