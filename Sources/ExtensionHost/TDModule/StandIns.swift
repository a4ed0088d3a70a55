internal import OperatorNetwork
internal import PythonRuntime

/// Components of others that many projects expect under a global shortcut, such as `op.TDAsyncIO`.
///
/// They come as binary files, which nothing but TouchDesigner reads; so where a project brings none,
/// one of ours with the same methods is made when it is first asked for, and this is said. Of those
/// that TouchDesigner brings itself, `op.TDModules`, nothing is said.
enum StandIns {
    private static let own: Set = ["TDModules"]
    private static let names: Set = ["TDAsyncIO"]

    /// A stand-in, made now; nil for a name that has none.
    ///
    /// - Parameter name: The global shortcut that no operator of the project has.
    /// - Returns: The operator's object.
    /// - Throws: What making it raised.
    static func component(named name: String) throws(PythonError) -> PythonObject? {
        guard names.contains(name) || own.contains(name) else { return nil }
        let host = try Host.running
        let system = try changing { () throws(NetworkError) in
            try TDResources.system(of: host.network)
        }
        let made = try PythonObject.module("understudy_standins").callMethod(
            "make", name.python(), OperatorObject.object(of: system))
        guard !own.contains(name) else { return made }
        host.textport.say(
            "[understudy] No operator has the global shortcut \(name), so ours stands in: "
                + "\(try made.attribute("path").text())")
        return made
    }

    /// What stands in for a component of TouchDesigner's palette, made now; nil for one that has none.
    ///
    /// - Parameters:
    ///   - path: The palette's file, which only TouchDesigner has and reads.
    ///   - parent: The COMP it is loaded into.
    /// - Returns: The operator's object.
    /// - Throws: What making it raised.
    static func component(
        ofPalette path: String, in parent: Operator
    ) throws(PythonError) -> PythonObject? {
        guard let file = path.split(whereSeparator: { "/\\".contains($0) }).last else { return nil }
        let made = try PythonObject.module("understudy_standins").callMethod(
            "from_palette", String(file).python(), OperatorObject.object(of: parent))
        guard !made.isNone else { return nil }
        try Host.running.textport.say(
            "[understudy] \(file) is TouchDesigner's own, so ours stands in: "
                + "\(made.attribute("path").text())")
        return made
    }
}
