internal import OperatorNetwork
internal import PythonRuntime

/// `td.UI`: the user interface, of a program that has none.
///
/// Dialogs answer what a person who only presses Enter or Escape would, and say so in the textport.
///
/// - Source: <https://docs.derivative.ca/UI_Class>
enum UIType {
    static var members: [NativeMember] {
        clipboard + undo
            + HeadlessMembers.marked(
                "no window shows it; what is set is kept", status + parts + held)
            + HeadlessMembers.marked(
                "there is no window, and no mouse over it", window + rollovers)
            + HeadlessMembers.marked(
                "nobody is here, so it answers as Enter or Escape would", dialogs)
            + HeadlessMembers.marked("no window opens", opening)
    }

    private static var status: [NativeMember] {
        [
            .property(
                "status",
                get: { _ throws(PythonError) in try Host.running.interface.status.python() },
                set: { _, value throws(PythonError) in
                    let text = try value.text()
                    try Host.running.interface.status = text
                })
        ]
    }

    private static var parts: [NativeMember] {
        [
            part("panes") { () throws(PythonError) in
                try LateType.panes.instance(of: Host.running.interface.panes)
            },
            part("colors") { () throws(PythonError) in
                try NamedValuesType.object(.colors, \.colors)
            },
            part("options") { () throws(PythonError) in
                try NamedValuesType.object(.options, \.options)
            },
            part("preferences") { () throws(PythonError) in
                try NamedValuesType.object(.preferences, \.preferences)
            },
        ]
    }

    private static var undo: [NativeMember] {
        [
            part("undo") { () throws(PythonError) in
                try LateType.undo.instance(of: Host.running.undo)
            }
        ]
    }

    private static var held: [NativeMember] {
        [
            HeldProperty.member("ui", "masterVolume", 1.0),
            HeldProperty.member("ui", "performMode", false),
            HeldProperty.member("ui", "redrawMainWindow", true),
            HeldProperty.member("ui", "showPaletteBrowser", false),
            HeldProperty.member("ui", "dpiBiCubicFilter", true),
        ]
    }

    private static var window: [NativeMember] {
        ["windowWidth", "windowHeight", "windowX", "windowY"].map { name in
            part(name) { () throws(PythonError) in try 0.python() }
        }
    }

    /// There is no mouse, so nothing is under it.
    private static var rollovers: [NativeMember] {
        [
            "rollover", "rolloverOp", "rolloverPage", "rolloverPanel", "rolloverPar",
            "rolloverParGroup", "lastChopChannelSelected",
        ].map { name in part(name) { () throws(PythonError) in .none } }
    }

    private static var dialogs: [NativeMember] {
        [
            .method("messageBox", "title, message, buttons=?") { call throws(PythonError) in
                var buttons: [String] = []
                if let given = call.given(2) {
                    for button in try given.elements() { buttons.append(try button.text()) }
                }
                return try Host.running.interface.messageBox(
                    call[0].text(), call[1].text(), buttons
                ).python()
            },
            .method(
                "chooseFile",
                "load=True, start=None, fileTypes=None, title=None, asExpression=False"
            ) { _ throws(PythonError) in
                try Host.running.interface.cancelled("ui.chooseFile()")
                return .none
            },
            .method("chooseFolder", "title='Select Folder', start=None, asExpression=False") {
                _ throws(PythonError) in
                try Host.running.interface.cancelled("ui.chooseFolder()")
                return .none
            },
            .method("findEditDAT", "filename") { _ in .none },
            .method("viewFile", "URL_or_path, showInFolder=False") { _ in .none },
            .method("refresh") { _ in .none },
        ]
    }

    private static var clipboard: [NativeMember] {
        [
            .property(
                "clipboard",
                get: { _ throws(PythonError) in try Host.running.interface.clipboard.python() },
                set: { _, value throws(PythonError) in
                    let text = try value.text()
                    try Host.running.interface.clipboard = text
                }),
            .method("copyOPs", "listOfOPs") { call throws(PythonError) in
                var nodes: [Operator] = []
                for element in try call[0].elements() {
                    nodes.append(try OperatorObject.node(of: element))
                }
                let interface = try Host.running.interface
                try changing { () throws(NetworkError) in try interface.copy(nodes) }
                return .none
            },
            .method("pasteOPs", "COMP, x=None, y=None") { call throws(PythonError) in
                let place = try (
                    x: call[1].isNone ? nil : call.int(1), y: call[2].isNone ? nil : call.int(2)
                )
                return try Host.running.interface
                    .paste(into: OperatorObject.node(of: call[0]), at: place).python()
            },
        ]
    }

    /// Windows that would open: their arguments are checked, and nothing is shown.
    private static var opening: [NativeMember] {
        let plain = [
            "Beat", "Bookmarks", "Console", "Errors", "Explorer", "ImportFile", "KeyManager",
            "MIDIDeviceMapper", "NewProject", "PaletteBrowser", "PerformanceMonitor", "Preferences",
            "Search", "Textport", "Version", "WindowPlacement",
        ]
        let windows = plain.map { name in NativeMember.method("open\(name)") { _ in .none } }
        return windows + [
            .method("openCOMPEditor", "path") { _ in .none },
            .method("openDialogHelp", "title") { _ in .none },
            .method("openExportMovie", "path=''") { _ in .none },
            .method("openOperatorSnippets", "optype=None, example=None") { _ in .none },
        ]
    }

    private static func part(
        _ name: String, _ get: @escaping () throws(PythonError) -> PythonObject
    ) -> NativeMember {
        .property(name) { _ throws(PythonError) in try get() }
    }
}
