internal import OperatorNetwork
internal import PythonRuntime

/// Makes cooks and expressions depend on the `tdu.Dependency` objects that they read.
///
/// - Source: <https://docs.derivative.ca/Dependency_Class>
enum DependencyNodes {
    /// Which node stands for a dependency: a `WeakKeyDictionary` of Python, made on first use.
    private static var nodes: PythonObject?
    private static var nodeType: NativeType?

    /// Notes that a dependency was read or written.
    static func note(_ dependency: PythonObject, isWrite: Bool) throws(PythonError) {
        if isWrite {
            guard let nodes else { return }
            let known = try nodes.callMethod("get", dependency)
            let type = try type()
            type.payload(of: known, as: CookNode.self)?.noteChange()
        } else if CookRecorder.isRecording {
            try node(of: dependency).noteRead()
        }
    }

    private static func node(of dependency: PythonObject) throws(PythonError) -> CookNode {
        let nodes: PythonObject
        if let known = self.nodes { nodes = known } else { nodes = try newDictionary() }
        self.nodes = nodes
        let known = try nodes.callMethod("get", dependency)
        let type = try type()
        if let node = type.payload(of: known, as: CookNode.self) { return node }
        let made = CookNode()
        try nodes.setItem(dependency, to: type.instance(of: made))
        return made
    }

    private static func type() throws(PythonError) -> NativeType {
        if let nodeType { return nodeType }
        let made = try NativeType("td.CookNode")
        nodeType = made
        return made
    }

    private static func newDictionary() throws(PythonError) -> PythonObject {
        try PythonObject.module("weakref").attribute("WeakKeyDictionary").call()
    }
}
