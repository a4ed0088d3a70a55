internal import OperatorNetwork
internal import PythonRuntime

/// `td.Panel` and `td.PanelValue`: what a person does to a panel, here set by scripts.
///
/// - Source: <https://docs.derivative.ca/Panel_Class>, <https://docs.derivative.ca/PanelValue_Class>,
///   <https://docs.derivative.ca/Panel_Value>
enum PanelTypes {
    /// One value of one panel.
    final class Value {
        let panel: Operator
        let name: String

        init(_ panel: Operator, _ name: String) { (self.panel, self.name) = (panel, name) }
    }

    static var panelMembers: [NativeMember] {
        [
            .property("owner") { object throws(PythonError) in try panel(of: object).python() },
            .method("__getattr__", "name") { call throws(PythonError) in
                let (panel, name) = try (panel(of: call.owner), call.string(0))
                guard PanelValues.names.contains(name) else {
                    throw TDErrors.noAttribute(name, of: "Panel")
                }
                return try LateType.panelValue.instance(of: Value(panel, name))
            },
            .method("__setattr__", "name, value") { call throws(PythonError) in
                let (panel, name) = try (panel(of: call.owner), call.string(0))
                guard PanelValues.names.contains(name) else {
                    throw TDErrors.noAttribute(name, of: "Panel")
                }
                try set(panel, name, call[1])
                return .none
            },
            .method("__dir__") { call throws(PythonError) in
                _ = try panel(of: call.owner)
                return try (PanelValues.names.sorted() + ["owner"]).python()
            },
        ]
    }

    static var valueMembers: [NativeMember] {
        [
            .property("name") { object throws(PythonError) in try value(of: object).name.python() },
            .property("owner") { object throws(PythonError) in try value(of: object).panel.python()
            },
            .property("valid") { object throws(PythonError) in
                try LateType.panelValue.payload(of: object, as: Value.self).panel.isValid.python()
            },
            .property(
                "val", get: { object throws(PythonError) in try current(object) },
                set: { object, new throws(PythonError) in
                    let value = try value(of: object)
                    try set(value.panel, value.name, new)
                }),
            .method("__str__") { call throws(PythonError) in
                try current(call.owner).text().python()
            },
            .method("__repr__") { call throws(PythonError) in
                try current(call.owner).representation().python()
            },
        ] + NumberLike.members { object throws(PythonError) in try current(object) }
    }

    /// The members of panel components.
    static var componentMembers: [NativeMember] {
        [
            .reading("panel") { node throws(PythonError) in
                try LateType.panel.instance(of: PanelTypes.Value(node, ""))
            },
            .reading("panelRoot") { node in
                var top = node
                while let above = panelAround(top) { top = above }
                return top
            },
            .reading("panelChildren") { node in
                node.children.filter { $0.type.subType == "panel" }
            },
            .calling("panelParent", "n=1") { node, call throws(PythonError) in
                var found: Operator? = node
                var levels = try call.int(0)
                while levels > 0, let panel = found {
                    found = panelAround(panel)
                    levels -= 1
                }
                return try OperatorObject.objectOrNone(of: found)
            },
            noMouse("locateMouse"), noMouse("locateMouseUV"),
        ] + sizes + clicks + HeadlessMembers.marked("nobody touches or drops anything here", person)
    }

    /// What somebody at the screen would do.
    private static var person: [NativeMember] {
        [
            OPSession.nothing("setFocus", "moveMouse=False"),
            OPSession.nothing("interactClear"),
            .reading("dropReady") { _ in false },
            .calling("interactStatus") { _, _ in [PythonObject]() },
        ]
    }

    private static var sizes: [NativeMember] {
        [("x", "x"), ("y", "y"), ("width", "w"), ("height", "h")].map { name, parameter in
            .reading(name) { node throws(PythonError) in
                guard let held = node.parameters[parameter] else { return 0 }
                return try Int(python: ParameterAccess.evaluate(held))
            }
        }
    }

    /// Clicks that scripts make; buttons are pressed while their argument is 1, and released by 0.
    private static var clicks: [NativeMember] {
        [
            .calling(
                "interactMouse",
                "u, v, leftClick=0, middleClick=0, rightClick=0, left=False, middle=False, right=False, "
                    + "wheel=0, pixels=False, screen=False, quiet=True"
            ) { node, call throws(PythonError) in
                let buttons: [(click: Int, held: Int, name: String)] = [
                    (2, 5, "lselect"), (3, 6, "mselect"), (4, 7, "rselect"),
                ]
                let values = try Host.running.components.panels
                for (name, index) in [("u", 0), ("v", 1), ("trueu", 0), ("truev", 1)] {
                    values.set(name, of: node, to: .double(try call.double(index)))
                }
                for button in buttons {
                    let clicks = try call.int(button.click)
                    for _ in 0..<max(0, min(clicks, 100)) {
                        values.press(button.name, of: node, true)
                        values.press(button.name, of: node, false)
                    }
                    values.press(button.name, of: node, try call.bool(button.held))
                }
                return node
            }
        ]
    }

    private static func noMouse(_ name: String) -> NativeMember {
        .calling(name) { node, _ throws(PythonError) in
            throw TDErrors.error("\(node.path).\(name)(): there is no mouse here.")
        }
        .documented("\(DeclaredMembers.mark) there is no mouse here.")
    }

    private static func panelAround(_ node: Operator) -> Operator? {
        node.parent.flatMap { $0.type.subType == "panel" ? $0 : nil }
    }

    private static func set(
        _ panel: Operator, _ name: String, _ new: PythonObject
    ) throws(PythonError) {
        let value: ParameterValue =
            new.isString
            ? .string(try String(python: new))
            : new.isFloat ? .double(try Double(python: new)) : .int(try Int(python: new))
        try Host.running.components.panels.set(name, of: panel, to: value)
    }

    private static func current(_ object: PythonObject) throws(PythonError) -> PythonObject {
        let value = try value(of: object)
        return try python(Host.running.components.panels.value(value.name, of: value.panel))
    }

    /// A panel value as Python sees it.
    static func python(_ value: ParameterValue) throws(PythonError) -> PythonObject {
        switch value {
        case .string(let text): return try text.python()
        case .double(let number): return try number.python()
        case .int(let number): return try number.python()
        default: return try 0.python()
        }
    }

    private static func panel(of object: PythonObject) throws(PythonError) -> Operator {
        let place = try LateType.panel.payload(of: object, as: Value.self)
        guard place.panel.isValid else { throw TDErrors.invalidOperator }
        return place.panel
    }

    private static func value(of object: PythonObject) throws(PythonError) -> Value {
        let value = try LateType.panelValue.payload(of: object, as: Value.self)
        guard value.panel.isValid else { throw TDErrors.invalidOperator }
        return value
    }
}
