internal import OperatorNetwork
internal import PythonRuntime

/// `td.OP`: what every operator has.
///
/// - Source: <https://docs.derivative.ca/OP_Class>
enum OPType {
    static var members: [NativeMember] {
        identity + hierarchy + OperatorParameters.members + variables + appearance + storage
            + messages + lifetime + CookMembers.members + OPWiring.members + OPSession.members
            + UnbuiltMembers.members(of: "OP")
    }

    private static var identity: [NativeMember] {
        [
            .property("valid") { owner throws(PythonError) in
                try (OperatorObject.node(ofAny: owner)?.isValid ?? false).python()
            },
            .reading("id") { $0.id.number },
            .member("name", { $0.name }) { node, value throws(PythonError) in
                let name = try value.text()
                try changing { () throws(NetworkError) in
                    try Host.network.rename(node, to: name)
                }
            },
            .reading("path") { $0.path },
            .reading("digits") { $0.digits },
            .reading("base") { $0.base },
            .reading("label") { $0.type.label },
            .reading("type") { $0.type.shortName },
            .reading("OPType") { $0.type.name },
            .reading("opType") { $0.type.name },
            .reading("family") { $0.type.family.rawValue },
            .reading("subType") { $0.type.subType },
            .reading("isBase") { $0.type.name == "baseCOMP" },
            .reading("isCustom") { _ in false },
            .reading("isPanel") { $0.type.subType == "panel" },
            .reading("isObject") { $0.type.subType == "object" },
            .reading("supported") { _ in true },
            .reading("passive") { _ in false },
        ]
            + OperatorFamily.allCases.map { family in
                .reading("is\(family.rawValue)") { $0.type.family == family }
            }
    }

    private static var hierarchy: [NativeMember] {
        [
            .reading("parent") { node throws(PythonError) in try Shortcuts.parent(of: node) },
            .reading("children") { $0.plainChildren },
            .reading("numChildren") { $0.plainChildren.count },
            .reading("numChildrenRecursive") { node in
                OperatorWalk(from: node, includingUtility: false).reduce(0) { count, _ in count + 1
                }
            },
            FinderObject.method,
            .method("opex", "*patterns, includeUtility=False") { call throws(PythonError) in
                try Shortcuts.opex(call, from: call.owner)
            },
            .method("ops", "*patterns, includeUtility=False") { call throws(PythonError) in
                try OperatorSearch.all(
                    call.rest, from: call.owner, includingUtility: call.bool(0)
                ).python()
            },
            .reading("ext") { node throws(PythonError) in try Shortcuts.ext(of: node) },
            .reading("iop") { node throws(PythonError) in try Shortcuts.iop(of: node) },
            .reading("ipar") { node throws(PythonError) in try Shortcuts.ipar(of: node) },
            .reading("mod") { node throws(PythonError) in try Shortcuts.mod(of: node) },
            .reading("time") { node throws(PythonError) in
                let host = try Host.running
                return try changing { () throws(NetworkError) in
                    try host.components.time.component(for: node)
                }.python()
            },
            .calling("relativePath", "OP") { node, call throws(PythonError) in
                let other = try OperatorObject.node(of: call[0])
                return node.relativePath(to: other)
            },
            .calling("shortcutPath", "OP, toParName=None") { node, call throws(PythonError) in
                let other = try OperatorObject.node(of: call[0])
                let path = ShortcutPath(from: node, to: other).expression
                return try call[1].isNone ? path : "\(path).par.\(call.string(1))"
            },
        ]
    }

    private static var variables: [NativeMember] {
        [
            .calling("var", "name, search=True") { node, call throws(PythonError) in
                try ComponentVariables.find(
                    call.string(0), from: node, searching: call.bool(1))?.value ?? ""
            }
        ]
    }

    private static var appearance: [NativeMember] {
        [
            .member("nodeX", { $0.nodeX }) { node, value throws(PythonError) in
                node.nodeX = try Int(python: value)
            },
            .member("nodeY", { $0.nodeY }) { node, value throws(PythonError) in
                node.nodeY = try Int(python: value)
            },
            .member("nodeWidth", { $0.nodeWidth }) { node, value throws(PythonError) in
                node.nodeWidth = try Int(python: value)
            },
            .member("nodeHeight", { $0.nodeHeight }) { node, value throws(PythonError) in
                node.nodeHeight = try Int(python: value)
            },
            .member("comment", { $0.comment }) { node, value throws(PythonError) in
                node.comment = try value.text()
            },
            .member(
                "color",
                { node throws(PythonError) in
                    let (red, green, blue) = (node.color.red, node.color.green, node.color.blue)
                    return try PythonObject.tuple([red.python(), green.python(), blue.python()])
                },
                set: { node, value throws(PythonError) in
                    let parts = try [Double](python: value)
                    guard parts.count == 3 else {
                        throw TDErrors.error("color takes three numbers: red, green, blue.")
                    }
                    node.color = .init(red: parts[0], green: parts[1], blue: parts[2])
                }),
            .member(
                "tags",
                { node throws(PythonError) in
                    let write = try PythonObject.function("tags", "tags") {
                        call throws(PythonError) in
                        guard node.isValid else { throw TDErrors.invalidOperator }
                        node.tags = Set(try [String](python: call[0]))
                        return .none
                    }
                    return try PythonObject.module("understudy_tags")
                        .callMethod("Tags", node.tags.sorted().python(), write)
                },
                set: { node, value throws(PythonError) in
                    node.tags = Set(try [String](python: value))
                }),
        ] + flags
    }

    private static var flags: [NativeMember] {
        let flags: [(name: String, flag: OperatorFlags)] = [
            ("activeViewer", .activeViewer), ("allowCooking", .allowCooking), ("bypass", .bypass),
            ("cloneImmune", .cloneImmune), ("current", .current), ("display", .display),
            ("expose", .expose), ("lock", .lock), ("selected", .selected), ("python", .python),
            ("render", .render), ("showCustomOnly", .showCustomOnly), ("showDocked", .showDocked),
            ("viewer", .viewer),
        ]
        return flags.map(flag)
    }

    /// A flag of operators as a member.
    static func flag(_ name: String, _ flag: OperatorFlags) -> NativeMember {
        .member(name, { $0.flags.contains(flag) }) { node, value throws(PythonError) in
            if try value.isTrue() { node.flags.insert(flag) } else { node.flags.remove(flag) }
        }
    }

    private static var storage: [NativeMember] {
        [
            .reading("storage") { node throws(PythonError) in try OperatorObject.storage(of: node)
            },
            .calling("store", "key, value") { node, call throws(PythonError) in
                try OperatorObject.storage(of: node).setItem(call[0], to: call[1])
                try StorageAccess.noteChange(of: call[0], in: node)
                return call[1]
            },
            .calling("fetch", "key, default=?, search=True, storeDefault=False") {
                node, call throws(PythonError) in
                try StorageAccess.fetch(node, call)
            },
            .calling("fetchOwner", "key") { node, call throws(PythonError) in
                try StorageAccess.owner(of: call[0], from: node, searching: true)
            },
            .calling("unstore", "*keys") { node, call throws(PythonError) in
                try StorageAccess.unstore(call.rest, of: node)
            },
        ]
    }

    private static var messages: [NativeMember] {
        [
            .calling("addScriptError", "msg") { node, call throws(PythonError) in
                let message = try call.string(0)
                Host.current?.scriptErrors.add(message, to: node)
                Host.current?.errorLog.add(message, .error, of: node)
                return PythonObject.none
            },
            .calling("scriptErrors", "recurse=False") { node, call throws(PythonError) in
                Host.current?.scriptErrors.text(of: node, recursing: try call.bool(0)) ?? ""
            },
            .calling("clearScriptErrors", "recurse=False, error='*'") {
                node, call throws(PythonError) in
                Host.current?.scriptErrors.clear(
                    node, recursing: try call.bool(0), matching: Pattern(try call.string(1)))
                return PythonObject.none
            },
        ]
    }

    private static var lifetime: [NativeMember] {
        [
            .calling("destroy") { node, _ throws(PythonError) in
                try changing { () throws(NetworkError) in try Host.network.destroy(node) }
                return PythonObject.none
            },
            .method("__repr__") { call throws(PythonError) in
                guard let node = OperatorObject.node(ofAny: call.owner) else {
                    return try "<invalid OP>".python()
                }
                return try "type:\(node.type.name) path:\(node.path)".python()
            },
            .method("__str__") { call throws(PythonError) in
                try OperatorObject.node(of: call.owner).path.python()
            },
            .method("__reduce__") { call throws(PythonError) in
                let path = try OperatorObject.node(of: call.owner).path.python()
                let find = try PythonObject.module("td").attribute("op")
                return try PythonObject.tuple([find, PythonObject.tuple([path])])
            },
            .method("__deepcopy__", "memo") { call throws(PythonError) in call.owner },
        ]
    }
}
