package import PythonRuntime

/// The syntax tree of one script, read once from CPython's own `ast`.
package struct SyntaxTree {
    /// The statements of the script.
    package let body: [Statement]

    /// Reads a script; none of it runs.
    ///
    /// - Parameters:
    ///   - text: The script.
    ///   - fileName: What a syntax error names.
    /// - Throws: `SyntaxError`, or `ValueError` for text that Python refuses.
    /// - Thread: one that holds the GIL
    package init(_ text: String, fileName: String) throws(PythonError) {
        let module = try PythonObject.module("ast").attribute("parse").call(
            text.python(), fileName.python())
        var reader = try SyntaxReader()
        body = try reader.statements(module.attribute("body"))
    }
}
