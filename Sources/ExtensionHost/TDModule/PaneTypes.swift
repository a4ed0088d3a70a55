internal import OperatorNetwork
internal import PythonRuntime

/// `td.Panes`, `td.Pane` and `td.NetworkEditor`: the parts of a window that nobody sees.
///
/// - Source: <https://docs.derivative.ca/Panes_Class>, <https://docs.derivative.ca/Pane_Class>,
///   <https://docs.derivative.ca/NetworkEditor_Class>
enum PaneTypes {
    static var listMembers: [NativeMember] {
        [
            .property("current") { panes throws(PythonError) in
                try object(list(panes).current)
            },
            .method("__len__") { call throws(PythonError) in try list(call.owner).all.count.python()
            },
            .method("__iter__") { call throws(PythonError) in
                try objects(list(call.owner)).python().callMethod("__iter__")
            },
            .method("__getitem__", "index") { call throws(PythonError) in
                let panes = try list(call.owner)
                guard call[0].isString else { return try objects(panes).python().item(call[0]) }
                let name = try call.string(0)
                guard let pane = panes.all.first(where: { $0.name == name }) else { return .none }
                return try object(pane)
            },
            .method(
                "createFloating",
                "type=None, name=None, maxWidth=1920, maxHeight=1080, monitorSpanWidth=0.9, "
                    + "monitorSpanHeight=0.9"
            ) { call throws(PythonError) in
                let kind = try call[0].isNone ? nil : EnumType.paneType.name(of: call[0])
                let name = try call[1].isNone ? nil : call[1].text()
                let made = try list(call.owner).add()
                made.isFloating = true
                made.kind = kind ?? made.kind
                made.name = name ?? made.name
                return try object(made)
            },
        ]
    }

    static var paneMembers: [NativeMember] { identity + frame + changes }

    private static var identity: [NativeMember] {
        [
            reading("id") { $0.id },
            reading("open") { $0.isOpen },
            .property("type") { pane throws(PythonError) in
                try EnumType.paneType.object(named: self.pane(of: pane).kind)
            },
            member("name", { $0.name }) { pane, value throws(PythonError) in
                pane.name = try value.text()
            },
            member("owner", { $0.owner }) { pane, value throws(PythonError) in
                pane.owner = try OperatorObject.node(of: value)
            },
        ]
    }

    private static var frame: [NativeMember] {
        [
            member("link", { $0.link }) { pane, value throws(PythonError) in
                pane.link = try Int(python: value)
            },
            member("ratio", { $0.ratio }) { pane, value throws(PythonError) in
                pane.ratio = try Double(python: value)
            },
            member("maximize", { $0.isMaximized }) { pane, value throws(PythonError) in
                pane.isMaximized = try value.isTrue()
            },
            toggle("enable", true),
            corner("bottomLeft"), corner("topRight"),
        ]
    }

    private static var changes: [NativeMember] {
        [
            split("splitBottom"), split("splitLeft"), split("splitRight"), split("splitTop"),
            .method("floatingCopy") { call throws(PythonError) in
                let pane = try pane(of: call.owner)
                let copy = try Host.running.interface.panes.add(like: pane)
                copy.isFloating = true
                return try object(copy)
            },
            .method("tearAway") { call throws(PythonError) in
                let pane = try pane(of: call.owner)
                let isAlone = try Host.running.interface.panes.all.count == 1
                pane.isFloating = !isAlone
                return try (!isAlone).python()
            },
            .method("close") { call throws(PythonError) in
                let pane = try pane(of: call.owner)
                _ = try Host.running.interface.panes.close(pane)
                return .none
            },
            .method("changeType", "paneType") { call throws(PythonError) in
                let pane = try pane(of: call.owner)
                pane.kind = try EnumType.paneType.name(of: call[0])
                return try object(pane)
            },
        ]
    }

    static var editorMembers: [NativeMember] {
        [
            toggle("showBackdropCHOPs", false), toggle("showBackdropGeometry", false),
            toggle("showBackdropTOPs", false), toggle("showColorPalette", false),
            toggle("showDataLinks", true), toggle("showList", false),
            toggle("showNetworkOverview", false), toggle("showParameters", true),
            toggle("straightLinks", false),
            place("x", \.x), place("y", \.y), place("zoom", \.zoom),
            .method("fitWidth", "width") { _ in .none },
            .method("fitHeight", "height") { _ in .none },
            .method("home", "zoom=True, op=None") { call throws(PythonError) in
                let pane = try pane(of: call.owner)
                guard let node = OperatorObject.node(ofAny: call[1]) else { return .none }
                pane.x = Double(node.nodeX &+ node.nodeWidth / 2)
                pane.y = Double(node.nodeY &+ node.nodeHeight / 2)
                return .none
            },
            .method("homeSelected", "zoom=True") { _ in .none },
            .method(
                "placeOPs",
                "listOfOPs, inputIndex=None, outputIndex=None, delOP=None, undoName='Operators'"
            ) { _ in .none },
        ]
    }

    static func object(_ pane: EditorPane) throws(PythonError) -> PythonObject {
        try (pane.kind == "NETWORKEDITOR" ? LateType.networkEditor : .pane).instance(of: pane)
    }

    private static func objects(_ panes: EditorPanes) throws(PythonError) -> [PythonObject] {
        var objects: [PythonObject] = []
        for pane in panes.all { objects.append(try object(pane)) }
        return objects
    }

    private static func list(_ object: PythonObject) throws(PythonError) -> EditorPanes {
        try LateType.panes.payload(of: object, as: EditorPanes.self)
    }

    private static func pane(of object: PythonObject) throws(PythonError) -> EditorPane {
        try LateType.pane.payload(of: object, as: EditorPane.self)
    }

    private static func reading(
        _ name: String, _ get: @escaping (EditorPane) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { object throws(PythonError) in try get(pane(of: object)).python() }
    }

    private static func member(
        _ name: String, _ get: @escaping (EditorPane) -> any PythonConvertible,
        set: @escaping (EditorPane, PythonObject) throws(PythonError) -> Void
    ) -> NativeMember {
        .property(
            name, get: { object throws(PythonError) in try get(pane(of: object)).python() },
            set: { object, value throws(PythonError) in try set(pane(of: object), value) })
    }

    private static func split(_ name: String) -> NativeMember {
        .method(name) { call throws(PythonError) in
            let pane = try pane(of: call.owner)
            return try object(Host.running.interface.panes.add(like: pane))
        }
    }

    private static func toggle(_ name: String, _ initial: Bool) -> NativeMember {
        member(name, { $0.switches[name] ?? initial }) { pane, value throws(PythonError) in
            pane.switches[name] = try value.isTrue()
        }
    }

    private static func place(
        _ name: String, _ part: ReferenceWritableKeyPath<EditorPane, Double>
    ) -> NativeMember {
        member(name, { $0[keyPath: part] }) { pane, value throws(PythonError) in
            pane[keyPath: part] = try Double(python: value)
        }
    }

    /// A pane of no window has no size: both of its corners are at 0.
    private static func corner(_ name: String) -> NativeMember {
        .property(name) { object throws(PythonError) in
            _ = try pane(of: object)
            let kind = try PythonObject.module("collections").callMethod(
                "namedtuple", "Coords".python(), ["x", "y", "u", "v"].python())
            return try kind.call(0.python(), 0.python(), 0.0.python(), 0.0.python())
        }
    }
}
