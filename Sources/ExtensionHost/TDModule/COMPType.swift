internal import OperatorNetwork
internal import PythonRuntime

/// `td.COMP`: operators that hold operators.
///
/// - Source: <https://docs.derivative.ca/COMP_Class>
enum COMPType {
    static var members: [NativeMember] {
        own + COMPCopying.members + COMPContents.members + COMPFiles.members
            + UnbuiltMembers.members(of: "COMP")
    }

    private static var own: [NativeMember] {
        [
            .calling("create", "opType, name=None, initialize=True") {
                node, call throws(PythonError) in
                try create(in: node, call)
            },
            .calling("copy", "OP, name=None, includeDocked=True") {
                node, call throws(PythonError) in
                let original = try OperatorObject.node(of: call[0])
                let name = try call[1].isNone ? nil : call.string(1)
                let docked = try call.bool(2) ? original.docked : []
                return try COMPCopying.copy(
                    [original] + docked, into: node,
                    names: [name] + Array(repeating: nil, count: docked.count))[0]
            },
            .calling(
                "findChildren",
                "type=None, name=None, path=None, depth=None, maxDepth=None, text=None, "
                    + "comment=None, tags=None, allTags=False, parValue=None, parExpr=None, "
                    + "parName=None, onlyNonDefaults=False, includeUtility=False, key=None"
            ) { node, call throws(PythonError) in
                try ChildSearch(call).run(in: node)
            },
            .reading("extensions") { node throws(PythonError) in
                try Host.running.extensions.instances(of: node)
            },
            .reading("extensionsReady") { node in
                !(Host.current?.extensions.isCompiling(node) ?? false)
            },
            .calling("initializeExtensions", "index=None") { node, call throws(PythonError) in
                let instances = try Host.running.extensions.reinitialise(node)
                guard !call[0].isNone else { return instances.first ?? .none }
                let index = try call.int(0)
                return instances.indices.contains(index) ? instances[index] : .none
            },
        ] + OperatorParameters.customMembers
    }

    private static func create(
        in node: Operator, _ call: NativeCall
    ) throws(PythonError) -> PythonObject {
        let name = try call[1].isNone ? nil : call.string(1)
        let type = try type(named: call[0])
        let created = try changing { () throws(NetworkError) in
            try Host.network.create(type, named: name, in: node)
        }
        if try call.bool(2) {
            try changing { () throws(NetworkError) in
                try CallbackDATs.dock(to: created, in: Host.network)
            }
            Host.current?.callbacks.created(created)
        }
        return try OperatorObject.object(of: created)
    }

    /// The type that a class, or the text of its name, means.
    ///
    /// - Throws: `td.tdError` with TouchDesigner's text for any other value.
    static func type(named value: PythonObject) throws(PythonError) -> OperatorType {
        let catalog = Host.network.catalog
        if value.isString {
            let name = try String(python: value)
            if let type = catalog[name] { return type }
            throw TDErrors.error("Unknown operator type. Value:'\(name)' Type:<class 'str'>")
        }
        if let name = try value.attributeIfPresent("__name__"), name.isString,
            let type = catalog[try String(python: name)]
        {
            return type
        }
        throw TDErrors.error(
            "Invalid number or type of arguments. See help for details. "
                + "Value:(\(try value.representation()),)")
    }
}
