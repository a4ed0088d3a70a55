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
                ]),
            .numbers("bordera", "Border A", style: .rgba, suffixes: ["r", "g", "b"]),
            .float("borderaalpha", "Border A Alpha"),
            .numbers("borderb", "Border B", style: .rgba, suffixes: ["r", "g", "b"]),
            .float("borderbalpha", "Border B Alpha"),
            .menu("leftborder", "Left Border", borders),
            .toggle("leftborderi", "Left Border Inside"),
            .menu("rightborder", "Right Border", borders),
            .toggle("rightborderi", "Right Border Inside"),
            .menu("bottomborder", "Bottom Border", borders),
            .toggle("bottomborderi", "Bottom Border Inside"),
            .menu("topborder", "Top Border", borders),
            .toggle("topborderi", "Top Border Inside"),
            .toggle("borderover", "Border Over Children"),
            .toggle("dodisablecolor", "Disable Color"),
            .numbers("disablecolor", "Disable Color", style: .rgba, suffixes: ["r", "g", "b"]),
            .float("disablealpha", "Disable Alpha"),
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
