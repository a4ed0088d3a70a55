internal import PythonRuntime

/// The global function `debug()`: its arguments, and where it was called.
///
/// - Source: <https://docs.derivative.ca/Debug_module>
enum DebugFunction {
    static func debug(_ arguments: [PythonObject]) throws(PythonError) -> PythonObject {
        if let styled = try styled(arguments) { return try write(styled) }
        var texts: [String] = []
        for argument in arguments { texts.append(try argument.text()) }
        let frame = try PythonObject.module("sys").attribute("_getframe").call(0.python())
        let code = try frame.attribute("f_code")
        let place =
            "DAT:\(try code.attribute("co_filename").text()) "
            + "fn:\(try code.attribute("co_name").text()) "
            + "line:\(try frame.attribute("f_lineno").text())"
        return try write("\(texts.joined(separator: " ")) \n  (Debug - \(place))")
    }

    /// The text as `tdu.debug` words it; nil when nobody has imported that, let alone styled it.
    private static func styled(_ arguments: [PythonObject]) throws(PythonError) -> String? {
        let modules = try PythonObject.module("sys").attribute("modules")
        return try modules.value(forKey: "tdu.debug")?
            .attribute("debugs").call(arguments: arguments).text()
    }

    private static func write(_ text: String) throws(PythonError) -> PythonObject {
        guard !text.isEmpty else { return .none }
        try PythonObject.module("sys").attribute("stdout")
            .callMethod("write", "\(text)\n".python())
        return .none
    }
}
