internal import PythonRuntime

/// The end of a program that looked at projects and ran none.
package enum Verifying {
    /// Ends the program.
    ///
    /// - Parameter code: The exit code.
    package static func end(code: Int32) -> Never { Interpreter.end(code: code) }
}
