/// The parameters that several CHOPs share.
///
/// - Source: <https://docs.derivative.ca/CHOP>
nonisolated enum CHOPPages {
    typealias Groups = [[ParameterDefinition]]

    /// The default of sample rates: that of the operator's timeline.
    static let timelineRate = "me.time.rate"

    /// The Common page of CHOPs that make channels from nothing.
    static func source(timeSlice: Bool = false) -> ParameterPage {
        ParameterPage("Common", common(timeSlice))
    }

    /// The Common page of CHOPs that change their inputs.
    static func filter(timeSlice: Bool = false) -> ParameterPage {
        ParameterPage(
            "Common",
            common(timeSlice) + [
                .text("commonrenamefrom", "Rename from", default: "*"),
                .text("commonrenameto", "Rename to", default: "*"),
            ])
    }

    private static func common(_ timeSlice: Bool) -> Groups {
        [
            .toggle("timeslice", "Time Slice", default: timeSlice),
            .text("scope", "Scope", default: "*"),
            .menu(
                "srselect", "Sample Rate Match",
                [
                    ("first", "Resample At First Input's Rate"),
                    ("max", "Resample At Maximum Rate"), ("min", "Resample At Minimum Rate"),
                    ("err", "Error If Rates Differ"),
                ]),
            .menu(
                "exportmethod", "Export Method",
                [
                    ("datindex", "DAT Table by Index"), ("datname", "DAT Table by Name"),
                    ("autoname", "Channel Name is Path:Parameter"),
                ]),
            .path("autoexportroot", "Export Root", default: ".."),
            .path("exporttable", "Export Table", style: .dat),
        ]
    }

    static let units = [("samples", "I"), ("frames", "F"), ("seconds", "S")]

    /// A length of time and the menu of its unit.
    static func time(
        _ name: String, _ label: String, default value: Double = 0, unit: String = "seconds",
        unitName: String? = nil, unitLabel: String? = nil
    ) -> Groups {
        [
            .float(name, label, default: value),
            .menu(unitName ?? name + "unit", unitLabel ?? label + " Unit", units, default: unit),
        ]
    }

    static func rate(_ name: String = "rate", _ label: String = "Sample Rate") -> Groups {
        var rate: [ParameterDefinition] = .float(name, label, default: 60, max: 120)
        rate[0].defaultMode = .expression
        rate[0].defaultExpression = timelineRate
        return [rate]
    }

    static func extend(
        left: String = "Extend Left", right: String = "Extend Right", standard: String = "hold",
        first: [(String, String)] = []
    ) -> Groups {
        let entries =
            first + [
                ("hold", "Hold"), ("slope", "Slope"), ("cycle", "Cycle"), ("mirror", "Mirror"),
                ("default", "Default Value"),
            ]
        return [
            .menu("left", left, entries, default: standard),
            .menu("right", right, entries, default: standard),
            .float("defval", "Default Value"),
        ]
    }

    static let align: [ParameterDefinition] = .menu(
        "align", "Align",
        [
            ("auto", "Automatic"), ("none", "Extend to Min/Max"), ("stretch", "Stretch to Min/Max"),
            ("start", "Shift to Minimum"), ("end", "Shift to Maximum"),
            ("shift1", "Shift to First Interval"), ("trim1", "Trim to First Interval"),
            ("stretch1", "Stretch to First Interval"), ("trim", "Trim to Smallest Interval"),
            ("squash", "Stretch to Smallest Interval"),
        ])

    static let match: [ParameterDefinition] = .menu(
        "match", "Match by", [("index", "Channel Number"), ("name", "Channel Name")])

    static let integer: [ParameterDefinition] = .menu(
        "integer", "Integer", rounding)

    static let rounding = [
        ("off", "Off"), ("ceiling", "Ceiling"), ("floor", "Floor"), ("round", "Round"),
    ]

    static let resetCondition: [ParameterDefinition] = .menu(
        "resetcondition", "Reset Condition",
        [
            ("offtoon", "Off to On"), ("on", "While On"), ("ontooff", "On to Off"),
            ("off", "While Off"),
        ])

    static let reset: Groups = [.toggle("reset", "Reset"), .pulse("resetpulse", "Reset Pulse")]

    static let relative = [
        ("abs", "Absolute"), ("rel", "Relative to Start/End"), ("cur", "Relative to Current Frame"),
    ]
}
