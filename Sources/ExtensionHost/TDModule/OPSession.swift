internal import OperatorNetwork
internal import PythonRuntime

/// The members of `td.OP` about this session: viewers nobody looks at, memory, types, start-up values.
///
/// - Source: <https://docs.derivative.ca/OP_Class>
enum OPSession {
    static var members: [NativeMember] {
        HeadlessMembers.marked("there is no window, so nothing is shown", viewers)
            + HeadlessMembers.marked("no GPU holds anything of a headless project", memory)
            + types + startup
    }

    /// There is no window here, so these check their arguments and do nothing more.
    private static var viewers: [NativeMember] {
        [
            nothing("openViewer", "unique=False, borders=True"),
            nothing("closeViewer", "topMost=False"),
            nothing("resetViewer", "recurse=False"),
            nothing("openParameters"),
            nothing("openMenu", "x=None, y=None"),
        ]
    }

    private static var memory: [NativeMember] {
        [
            nothing("unload", "cacheMemory=False"),
            .reading("gpuMemory") { _ in 0 },
            .calling("childrenGPUMemory") { _, _ in 0 },
        ]
    }

    private static var types: [NativeMember] {
        [
            .calling("asType", "opType, checkType=False") { node, call throws(PythonError) in
                if try call.bool(1), try !OperatorObject.object(of: node).isInstance(of: call[0]) {
                    throw TDErrors.error(
                        "\(node.path) is a \(node.type.name) and no "
                            + "\(try call[0].attribute("__name__").text()).")
                }
                return node
            },
            .calling("changeType", "OPtype") { node, call throws(PythonError) in
                let type = try COMPType.type(named: call[0])
                let made = try changing { () throws(NetworkError) in
                    try Host.network.changeType(of: node, to: type)
                }
                return made
            },
            .reading("visibleLevel") { _ in 0 },
            .reading("filePath") { node throws(PythonError) in try file(of: node) },
            .reading("fileFolder") { node throws(PythonError) in
                try PythonObject.module("os.path").callMethod("dirname", file(of: node).python())
            },
            .reading("replicator") { node throws(PythonError) in
                try OperatorObject.objectOrNone(
                    of: Host.running.components.replicators.replicator(of: node))
            },
        ]
    }

    /// The file that an operator comes from: its own .tox, that of a component around it, or the
    /// project's.
    private static func file(of node: Operator) throws(PythonError) -> String {
        var next: Operator? = node
        while let candidate = next {
            if case .string(let path)? = candidate.parameters.value(of: "externaltox"),
                !path.isEmpty
            {
                return path
            }
            next = candidate.parent
        }
        let project = try Host.running.configuration
        return "\(project.projectFolder)/\(project.projectName)"
    }

    private static var startup: [NativeMember] {
        [
            .calling("storeStartupValue", "key, value") { node, call throws(PythonError) in
                try Host.running.components.startupValues(of: node).setItem(call[0], to: call[1])
                return PythonObject.none
            },
            .calling("unstoreStartupValue", "*keys") { node, call throws(PythonError) in
                try StorageAccess.remove(
                    call.rest, from: Host.running.components.startupValues(of: node))
            },
        ]
    }

    static func nothing(_ name: String, _ signature: String = "") -> NativeMember {
        .calling(name, signature) { _, _ in PythonObject.none }
    }
}
