/// How a panel is drawn: background, borders, disabled look, opacity.
///
/// - Source: <https://docs.derivative.ca/Container_COMP>
nonisolated enum PanelLookPage {
    static let page = ParameterPage(
        "Look",
        [
            .numbers("bgcolor", "Background Color", style: .rgba, suffixes: ["r", "g", "b"]),
            .float("bgalpha", "Background Alpha"),
            .path("top", "Background TOP", style: .top),
            .menu(
                "topfill", "TOP Fill",
                [
                    ("off", "Stretch"), ("horizontal", "Fill Width"), ("vertical", "Fill Height"),
                    ("best", "Fill Best"), ("native", "Native Resolution"),
                    ("outside", "Fill Outside"),
                ]),
            .menu(
                "topsmoothness", "TOP Smoothness",
                [
                    ("nearest", "Nearest Pixel"), ("linear", "Interpolate Pixels"),
                    ("mipmap", "Mipmap Pixels"),
                ], default: "linear"),
            .numbers(
                "bordera", "Border A", style: .rgba, suffixes: ["r", "g", "b"], default: [1, 1, 1]),
            .float("borderaalpha", "Border A Alpha", default: 1),
            .numbers(
                "borderb", "Border B", style: .rgba, suffixes: ["r", "g", "b"], default: [1, 1, 1]),
            .float("borderbalpha", "Border B Alpha", default: 1),
            .menu("leftborder", "Left Border", borders),
            .menu("leftborderi", "Left Border Inside", borders),
            .menu("rightborder", "Right Border", borders),
            .menu("rightborderi", "Right Border Inside", borders),
            .menu("bottomborder", "Bottom Border", borders),
            .menu("bottomborderi", "Bottom Border Inside", borders),
            .menu("topborder", "Top Border", borders),
            .menu("topborderi", "Top Border Inside", borders),
            .toggle("borderover", "Border Over Children", default: true),
            .toggle("dodisablecolor", "Disable Color"),
            .numbers(
                "disablecolor", "Disable Color", style: .rgba, suffixes: ["r", "g", "b"],
                default: [1, 1, 1]),
            .float("disablealpha", "Disable Alpha", default: 0.5),
            .toggle("multrgb", "Multiply RGB by Alpha"),
            .menu(
                "composite", "Composite",
                [
                    ("over", "Over"), ("under", "Under"), ("inside", "Inside"),
                    ("outside", "Outside"), ("add", "Add"), ("subtract", "Subtract"),
                    ("multiply", "Multiply"),
                ]),
            .float("opacity", "Opacity", default: 1),
        ])

    private static let borders: [(name: String, label: String)] = [
        ("off", "Off"), ("bordera", "Border A"), ("borderb", "Border B"),
    ]
}
