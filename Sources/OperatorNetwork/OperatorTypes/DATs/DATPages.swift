/// The pages that several DATs share.
///
/// - Source: <https://docs.derivative.ca/Text_DAT>
nonisolated enum DATPages {
    static let common = ParameterPage(
        "Common",
        [
            // Both menus are open: their full lists of languages and endings are not documented.
            .menu("language", "Language", [("input", "Input"), ("node", "Node")], open: true),
            .menu(
                "extension", "Edit/View Extension",
                [
                    ("dat", "dat"), ("language", "From Language"),
                    ("custom", "Custom Extension"),
                ], open: true),
            .text("customext", "Custom Extension"),
            .menu(
                "wordwrap", "Word Wrap", [("input", "Input"), ("on", "On"), ("off", "Off")]),
        ])

    static let edit: [ParameterDefinition] = .pulse("edit", "Edit..")

    /// What a DAT has whose content may be kept in a file.
    static let kept: [[ParameterDefinition]] = [
        .text("file", "File", style: .file),
        .toggle("syncfile", "Sync to File"),
        .menu(
            "defaultreadencoding", "Default Read Encoding",
            [
                ("autodetect", "Auto Detect"), ("utf8", "UTF8"), ("utf16le", "UTF16-LE"),
                ("utf16be", "UTF16-BE"), ("cp1252", "CP1252"),
            ]),
        .toggle("loadonstart", "Load on Start"),
        .pulse("loadonstartpulse", "Load File"),
        .toggle("write", "Write on Toe Save"),
        .pulse("writepulse", "Write File"),
    ]
}
