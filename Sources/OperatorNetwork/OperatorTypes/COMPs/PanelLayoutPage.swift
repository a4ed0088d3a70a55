/// Where a panel stands in its parent and how large it is.
///
/// - Source: <https://docs.derivative.ca/Container_COMP>
nonisolated enum PanelLayoutPage {
    static let page = ParameterPage(
        "Layout",
        [
            .int("x", "X", max: 1000),
            .int("y", "Y", max: 1000),
            .int("w", "Width", default: 400, max: 1000),
            .int("h", "Height", default: 300, max: 1000),
            .menu(
                "fixedaspect", "Fixed Aspect",
                [("off", "Off"), ("horizontal", "Use Horizontal"), ("vertical", "Use Vertical")]),
            .float("aspect", "Aspect Ratio", default: 1),
            .int("layer", "Depth Layer", max: 10),
            .menu(
                "hmode", "Horizontal Mode",
                [("fixed", "Fixed Width"), ("fill", "Fill"), ("anchors", "Anchors")]),
            .float("leftanchor", "Left Anchor"),
            .float("leftoffset", "Left Offset"),
            .float("rightanchor", "Right Anchor", default: 1),
            .float("rightoffset", "Right Offset"),
            .float("horigin", "Horizontal Origin"),
            .float("hfillweight", "Horizontal Fill Weight", default: 1),
            .menu(
                "vmode", "Vertical Mode",
                [("fixed", "Fixed Height"), ("fill", "Fill"), ("anchors", "Anchors")]),
            .float("bottomanchor", "Bottom Anchor"),
            .float("bottomoffset", "Bottom Offset"),
            .float("topanchor", "Top Anchor", default: 1),
            .float("topoffset", "Top Offset"),
            .float("vorigin", "Vertical Origin"),
            .float("vfillweight", "Vertical Fill Weight", default: 1),
            .menu(
                "alignallow", "Parent Alignment",
                [
                    ("allow", "Allow"), ("ignore", "Ignore"),
                    ("ignoremargin", "Ignore and Ignore Margins"),
                ]),
            .float("alignorder", "Align Order"),
            .numbers("postoffset", "Post Offset", style: .xyzw, suffixes: ["x", "y"]),
            .toggle("sizefromwindow", "Size from Window"),
        ])
}
