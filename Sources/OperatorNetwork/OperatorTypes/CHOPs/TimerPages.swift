/// The pages of the Timer CHOP.
///
/// - Source: <https://docs.derivative.ca/Timer_CHOP>
nonisolated enum TimerPages {
    static let all = [timer, segments, subRange, outputs, external]

    /// What a fresh one's docked DAT holds: every callback, doing nothing.
    static let callbacks =
        "def onInitialize(timerOp, callCount):\n\treturn 0\n\n"
        + [
            "onReady(timerOp)", "onStart(timerOp)", "onTimerPulse(timerOp, segment)",
            "whileTimerActive(timerOp, segment, cycle, fraction)",
            "onSegmentEnter(timerOp, segment, interrupt)",
            "onSegmentExit(timerOp, segment, interrupt)", "onCycleStart(timerOp, segment, cycle)",
            "onCycleEndAlert(timerOp, segment, cycle, alertSegment, alertDone, interrupt)",
            "onCycle(timerOp, segment, cycle)", "onDone(timerOp, segment, interrupt)",
            "onSubrangeStart(timerOp)",
        ].map { "def \($0):\n\treturn\n" }.joined(separator: "\n")

    private static let timer = ParameterPage(
        "Timer",
        [
            .menu(
                "active", "Active",
                [
                    ("never", "Never"), ("always", "Always"), ("running", "While Running"),
                    ("playing", "While Playing"),
                ], default: "always"),
            .menu(
                "timecontrol", "Time Control",
                [
                    ("lock", "Lock To Timeline"), ("sequential", "Sequential"),
                    ("chop", "External CHOP Channel"), ("timecode", "External Timecode"),
                ], default: "sequential"), .toggle("deferpars", "Defer Par Changes"),
            .pulse("initialize", "Initialize"), .pulse("start", "Start"),
            .menu("lengthtype", "Length Type", [("fixed", "Fixed"), ("infinite", "Infinite")]),
        ] + time("length", "Length", default: 1, unit: "lengthunits")
            + time("delay", "Delay", unit: "delayunits")
            + [
                .menu(
                    "runvalues", "Run Values", [("zero", "Zero"), ("one", "One")], default: "one"),
                .toggle("play", "Play", default: true), .float("speed", "Speed", default: 1),
                .toggle("cue", "Cue"), .pulse("cuepulse", "Cue Pulse"),
                .float("cuepoint", "Cue Point"),
                .menu(
                    "cueunits", "Cue Units", CHOPPages.units + [("fraction", "%")],
                    default: "seconds"), .toggle("cycle", "Cycle"),
                .toggle("cyclelimit", "Cycle Limit"),
                .int("maxcycles", "Maximum Cycles", default: 1, max: 10),
            ]
            + time(
                "cycleendalert", "Cycle End Alert", unit: "notifyunits", unitLabel: "Notify Units")
            + [
                .pulse("exitendcycle", "Exit Segment at End of Cycle"),
                .pulse("gotoendcycle", "Go to End of Cycle"), .pulse("gotodone", "Go to Done"),
                .menu(
                    "ondone", "On Done",
                    [
                        ("donothing", "Do Nothing"), ("reinit", "Re-Initialize"),
                        ("restart", "Re-Start"),
                        ("restartnoinit", "Re-Start without Initializing"),
                    ]), .path("callbacks", "Callbacks DAT", style: .dat),
            ])

    private static let segments = ParameterPage(
        "Segments",
        [
            .path("segdat", "Segments DAT", style: .dat),
            .menu(
                "segmethod", "Segment Method",
                [("serial", "Serial Timers"), ("parallel", "Parallel Timers")]),
            .menu(
                "segunits", "Segment Units",
                [("samples", "Samples"), ("frames", "Frames"), ("seconds", "Seconds")],
                default: "seconds"),
            .menu(
                "segsendtime", "Segments End Time",
                [
                    ("dat", "From Segments DAT"), ("par", "From Length Parameter"),
                    ("max", "Max of Parameter/Table"),
                ]), .text("channelcolumns", "Columns to Custom Channels"),
            .menu(
                "interpolation", "Custom Channel Interpolation",
                [
                    ("steptovalue", "Step to Value"), ("lineartovalue", "Linear to Value"),
                    ("easeintovalue", "Ease In to Value"),
                    ("easeouttovalue", "Ease Out to Value"),
                    ("easeinouttovalue", "Ease In-Out to Value"),
                ]), .text("infocolumns", "Columns to Info DAT"),
            .pulse("gotoprevseg", "Go to Previous Segment"),
            .pulse("gotonextseg", "Go to Next Segment"),
        ])

    private static let subRange = ParameterPage(
        "Sub Range",
        [.toggle("subrange", "Sub Range")]
            + time("substart", "Sub Start", unit: "substartunits")
            + time("subend", "Sub End", default: 1, unit: "subendunits")
            + [
                .menu(
                    "subendaction", "Sub End Action",
                    [("pause", "Pause at End"), ("loop", "Loop at End")])
            ])

    private static let counts = [
        ("off", "Off"), ("samples", "Samples"), ("frames", "Frames"), ("seconds", "Seconds"),
        ("all", "All"),
    ]
    // The same entries in the order that these menus have.
    private static let otherCounts = [
        ("off", "Off"), ("seconds", "Seconds"), ("frames", "Frames"), ("samples", "Samples"),
        ("all", "All"),
    ]
    private static let outputs = ParameterPage(
        "Outputs",
        [
            .toggle("outfraction", "Timer Fraction", default: true),
            .menu("outtimercount", "Timer Count", counts),
            .toggle("outtimeractive", "Timer Active"), .toggle("outtimerpulse", "Timer Pulse"),
            .toggle("outdelayfraction", "Delay Fraction"),
            .menu("outdelaycount", "Delay Count", counts), .toggle("outinit", "Initializing"),
            .toggle("outready", "Ready"), .toggle("outreadypulse", "Ready Pulse"),
            .toggle("outrunning", "Running", default: true),
            .toggle("outdone", "Done", default: true), .toggle("outdonepulse", "Done Pulse"),
            .toggle("outcycle", "Cycles"), .toggle("outcyclepulse", "Cycle Pulse"),
            .toggle("outcycleplusfraction", "Cycles + Fraction"), .toggle("outseg", "Segment"),
            .toggle("outsegpulse", "Segment Pulse"),
            .toggle("outsegplusfraction", "Segment + Fraction"),
            .menu("outlength", "Length", otherCounts),
            .menu("outcumulativecount", "Cumulative Timer Count", counts),
            .menu("outplayingcount", "Playing Timer Count", otherCounts),
            .menu("outrunningcount", "Running Time Count", counts),
            .menu("outmastercount", "Master Time Count", otherCounts),
        ])

    private static let external = ParameterPage(
        "External",
        [
            .path("extchop", "External CHOP", style: .chop),
            .menu(
                "extunits", "External Units", CHOPPages.units + [("fraction", "%")],
                default: "seconds"), .text("extchannel", "External Channel"),
            .text("exttcop", "External Timecode Object/CHOP/DAT"),
            .float("extstartoff", "External Start Offset"),
            .float("extinitoff", "External Initialize Offset"),
        ] + CHOPPages.rate() + [.text("exttcobj", "External Timecode Object")])

    private static func time(
        _ name: String, _ label: String, default value: Double = 0, unit: String,
        unitLabel: String? = nil
    ) -> CHOPPages.Groups {
        [
            .float(name, label, default: value),
            .menu(unit, unitLabel ?? label + " Units", CHOPPages.units, default: "seconds"),
        ]
    }
}
