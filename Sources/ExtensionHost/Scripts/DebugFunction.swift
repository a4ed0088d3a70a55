internal import PythonRuntime

/// The global function `debug()`: its arguments, and where it was called.
///
/// - Source: <https://docs.derivative.ca/Debug_module>
enum DebugFunction {
    static func debug(_ arguments: [PythonObject]) throws(PythonError) -> PythonObject {
        var texts: [String] = []
        for argument in arguments { texts.append(try argument.text()) }
        let frame = try PythonObject.module("sys").attribute("_getframe").call(0.python())
        let code = try frame.attribute("f_code")
        let place =
            "DAT:\(try code.attribute("co_filename").text()) "
            + "fn:\(try code.attribute("co_name").text()) "
            + "line:\(try frame.attribute("f_lineno").text())"
        let text = "\(texts.joined(separator: " ")) \n  (Debug - \(place))\n"
        try PythonObject.module("sys").attribute("stdout").callMethod("write", text.python())
        return .none
    }
}
