internal import OperatorNetwork
internal import PythonRuntime

/// `DAT.save`: the content into a file of the project.
///
/// - Source: <https://docs.derivative.ca/DAT_Class>
enum DATFile {
    static func save(_ node: Operator, _ call: NativeCall) throws(PythonError) -> PythonObject {
        let suffix = node.content?.kind == .table ? "tsv" : "txt"
        let given = try call[0].isNone ? "\(node.name).\(suffix)" : call.string(0)
        let os = try PythonObject.module("os")
        let path = try os.attribute("path").callMethod(
            "join", Host.running.configuration.projectFolder.python(), given.python())
        if try call.bool(2) {
            let folder = try os.attribute("path").callMethod("dirname", path)
            _ = try os.attribute("makedirs").call(folder, keywords: [("exist_ok", true.python())])
        }
        let mode = try call.bool(1) ? "a" : "w"
        let file = try PythonObject.module("builtins").attribute("open").call(
            path, mode.python(), keywords: [("encoding", "utf-8".python())])
        try file.callMethod("write", (node.content?.text ?? "").python())
        try file.callMethod("close")
        return path
    }
}
