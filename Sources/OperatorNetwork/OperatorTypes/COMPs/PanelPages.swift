/// How a panel behaves, lines up its children, and takes part in drag and drop.
///
/// - Source: <https://docs.derivative.ca/Container_COMP>
nonisolated enum PanelPages {
    static let panel = ParameterPage(
        "Panel",
        [
            .toggle("display", "Display", default: true),
            .toggle("enable", "Enable", default: true),
            .path("helpdat", "Help DAT", style: .dat, default: "./help"),
            .menu(
                "cursor", "Cursor",
                [
                    ("pointer", "Normal Select"), ("linkselect", "Link Select"),
                    ("ibeam", "Text Select"), ("cross", "Precision Select"), ("busy", "Busy"),
                    ("activate", "Activate"), ("invisible", "Invisible"),
                ]),
            .menu(
                "multitouch", "Multi-Touch",
                [
                    ("mtouchparent", "Use Parent's Multi-Touch Settings"),
                    ("mtouchyes", "Use Built-in Multi-Touch"),
                    ("mtouchno", "Do Not Use Built-in Multi-Touch"),
                ]),
            .toggle("constraincursor", "Constrain Cursor"),
            .toggle("clickthrough", "Click Through"),
            .toggle("mousewheel", "Use Mouse Wheel"),
            .toggle("uvbuttonsleft", "Mouse UV Buttons Left", default: true),
            .toggle("uvbuttonsmiddle", "Mouse UV Buttons Middle"),
            .toggle("uvbuttonsright", "Mouse UV Buttons Right"),
            .toggle("mouserel", "Relative UV"),
            .toggle("resizel", "Drag Edges to Resize L"),
            .toggle("resizer", "Drag Edges to Resize R"),
            .toggle("resizeb", "Drag Edges to Resize B"),
            .toggle("resizet", "Drag Edges to Resize T"),
            .path("resizecomp", "Component", style: .comp, default: "."),
            .numbers(
                "resizew", "W Range", style: .float, suffixes: ["min", "max"], default: [5, 400],
                max: 1000),
            .numbers(
                "resizeh", "H Range", style: .float, suffixes: ["min", "max"], default: [5, 400],
                max: 1000),
            .menu(
                "reposition", "Drag to Reposition",
                [("off", "Off"), ("window", "Window"), ("component", "Component")]),
            .path("repocomp", "Component", style: .comp, default: "."),
            .numbers(
                "repositionx", "X Range", style: .float, suffixes: ["min", "max"],
                default: [0, 100], max: 1000),
            .numbers(
                "repositiony", "Y Range", style: .float, suffixes: ["min", "max"],
                default: [0, 100], max: 1000),
            .menu("anchordrag", "Anchor Drag", [("anchors", "Anchors"), ("offsets", "Offsets")]),
            .menu(
                "scrolloverlay", "Scroll Overlay",
                [("off", "Off"), ("ignore", "Ignore"), ("ignoreover", "Ignore and Draw Over")]),
        ])

    static let children = ParameterPage(
        "Children",
        [
            .menu(
                "align", "Align",
                [
                    ("none", "None"), ("horizlr", "Left to Right"), ("horizrl", "Right to Left"),
                    ("verttb", "Top to Bottom"), ("vertbt", "Bottom to Top"),
                    ("gridrows", "Grid Rows"), ("gridcols", "Grid Columns"),
                    ("nodes", "Match Network Nodes"),
                ]),
            .float("spacing", "Spacing"),
            .int("alignmax", "Max per Line", max: 10),
            .numbers("margin", "Margin", style: .int, suffixes: ["l", "r", "b", "t"], max: 100),
            .menu(
                "justifymethod", "Justify Method",
                [("individual", "Individual"), ("group", "Group")]),
            .menu(
                "justifyh", "Justify Horizontal",
                [("off", "Off"), ("left", "Left"), ("center", "Center"), ("right", "Right")]),
            .menu(
                "justifyv", "Justify Vertical",
                [("off", "Off"), ("top", "Top"), ("center", "Center"), ("bottom", "Bottom")]),
            .menu(
                "fit", "Fit",
                [
                    ("off", "Off"), ("horizontal", "Fit Width"), ("vertical", "Fit Height"),
                    ("best", "Fit Best"),
                ]),
            .numbers("scale", "Scale", style: .xyzw, suffixes: ["x", "y"], default: [1, 1]),
            .numbers("offset", "Offset", style: .xyzw, suffixes: ["x", "y"]),
            .menu("crop", "Crop", [("off", "Off (Use Parent)"), ("on", "On"), ("never", "Never")]),
            .menu(
                "phscrollbar", "Horizontal Scrollbar",
                [("off", "Off"), ("on", "On"), ("auto", "Automatic")]),
            .menu(
                "pvscrollbar", "Vertical Scrollbar",
                [("off", "Off"), ("on", "On"), ("auto", "Automatic")]),
            .int("scrollbarthickness", "Thickness", default: 10, max: 20),
        ])

    static let dragDrop = ParameterPage(
        "Drag/Drop",
        [
            .menu(
                "drag", "When Dragging This",
                [
                    ("dragparent", "Use Parent's Drag Settings"), ("legacy", "Legacy Drag System"),
                    ("dragno", "Do Not Allow Drag"), ("usecallbacks", "Use Drag/Drop Callbacks"),
                ]),
            .path("dragscript", "Drag Script", style: .dat),
            .text("droptypescript", "Drop Types"),
            .path("dropdestscript", "Drop Destination Script", style: .dat),
            .path("paneldragop", "Dropped Operator"),
            .menu(
                "drop", "On Dropping Into",
                [
                    ("dropparent", "Use Parent's Drop Settings"), ("legacy", "Legacy Drop System"),
                    ("dropno", "Do Not Allow Drop"), ("usecallbacks", "Use Drag/Drop Callbacks"),
                    ("fillparm", "Fill Custom Parameter"),
                ]),
            .toggle("builtindrop", "Built-In Drop Options"),
            .path("dropscript", "Drop Script", style: .dat),
            .text("dropparm", "Drop Parameter"),
            .path("dragdropcallbacks", "Drag/Drop Callbacks", style: .dat),
        ])
}
