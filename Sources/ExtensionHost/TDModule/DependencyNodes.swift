internal import OperatorNetwork
internal import PythonRuntime

/// Makes cooks and expressions depend on the `tdu.Dependency` objects that they read.
///
/// - Source: <https://docs.derivative.ca/Dependency_Class>
enum DependencyNodes {
    private static var nodeType: NativeType?

    /// Notes that a dependency was read or written.
    ///
    /// Each dependency carries its node from the first time that somebody depends on it.
    static func note(_ dependency: PythonObject, isWrite: Bool) throws(PythonError) {
        guard isWrite || CookRecorder.isRecording else { return }
        let type = try type()
        let known = try dependency.attribute("_node")
        if let node = type.payload(of: known, as: CookNode.self) {
            if isWrite { node.noteChange() } else { node.noteRead() }
        } else if !isWrite {
            let made = CookNode()
            try dependency.setAttribute("_node", to: type.instance(of: made))
            made.noteRead()
        }
    }

    private static func type() throws(PythonError) -> NativeType {
        if let nodeType { return nodeType }
        let made = try NativeType("td.CookNode")
        nodeType = made
        return made
    }
}
