/// The pages of the Trigger CHOP.
///
/// - Source: <https://docs.derivative.ca/Trigger_CHOP>
nonisolated enum TriggerPages {
    private static let shapes = [
        ("linear", "Linear"), ("easein", "Ease In"), ("easeout", "Ease Out"),
        ("halfcos", "Ease in Ease out"),
    ]

    static let trigger = ParameterPage(
        "Trigger",
        [
            .toggle("threshold", "Release = Trigger Threshold", default: true),
            .float("threshup", "Trigger Threshold"), .float("threshdown", "Release Threshold"),
        ] + CHOPPages.time("retrigger", "Re-Trigger Delay")
            + CHOPPages.time("mintrigger", "Min Trigger Length")
            + [
                .menu(
                    "triggeron", "Trigger On",
                    [("increase", "Increasing Values"), ("decrease", "Decreasing Values")]),
                .menu(
                    "multitrigger", "Multi Trigger",
                    [
                        ("ignore", "Ignore During Attack"), ("add", "Add"),
                        ("restart", "Restart Envelope"),
                    ], default: "restart"), .toggle("clamppeak", "Clamp at Peak Level"),
                .toggle("updateonce", "Update Once per Cycle"),
                .toggle("complete", "Complete Envelope"),
                .menu(
                    "remainder", "Remainder",
                    [
                        ("crop", "Discard Remainder"), ("extend", "Make Output Longer"),
                        ("mix", "Mix Remainder with Beginning"),
                    ]), .pulse("trigger", "Trigger"),
            ] + CHOPPages.reset)

    static let attack = ParameterPage(
        "Attack",
        CHOPPages.time("delay", "Delay Length")
            + CHOPPages.time("attack", "Attack Length", default: 0.1)
            + [.menu("ashape", "Attack Shape", shapes), .float("peak", "Peak Level", default: 1)]
            + CHOPPages.time("peaklen", "Peak Length"))

    static let sustain = ParameterPage(
        "Sustain",
        CHOPPages.time("decay", "Decay Length", default: 0.1)
            + [
                .menu("dshape", "Decay Shape", shapes),
                .float("sustain", "Sustain Level", default: 0.5),
            ] + CHOPPages.time("minsustain", "Min Sustain Length")
            + CHOPPages.time("release", "Release Length", default: 0.5)
            + [.menu("rshape", "Release Shape", shapes)])

    static let channel = ParameterPage(
        "Chan",
        [
            .text("channame", "Channel Name", default: "chan1"),
            .toggle("specifyrate", "Specify Rate"),
            .toggle("enableremaplength", "Enable Remap Length"),
        ] + CHOPPages.time("remaplength", "Remap Length", default: 1) + CHOPPages.rate())
}
