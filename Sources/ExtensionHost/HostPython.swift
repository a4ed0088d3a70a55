internal import PythonRuntime

/// The host as the Python that it carries: what `sys.executable` names, so that children of a project
/// have the same modules, `td` among them, but no operators.
public enum HostPython {
    /// The version of CPython that is carried, such as `3.11.2`.
    public nonisolated static var version: String { Interpreter.version }

    /// Runs Python's command line.
    ///
    /// - Parameters:
    ///   - arguments: What follows the program's name.
    ///   - program: What `sys.executable` says.
    ///   - python: The `python3` whose packages are used; nil finds the one of the linked library.
    ///   - packages: A folder of packages that come before those; nil for none.
    /// - Returns: The exit code.
    /// - Throws: `HostError` when Python does not start.
    public static func run(
        _ arguments: [String], program: String, python: String?, packages: String? = nil
    ) throws(HostError) -> Int32 {
        var configuration = InterpreterConfiguration()
        configuration.arguments = [program] + arguments
        configuration.executable = python
        do throws(InterpreterError) {
            return try Interpreter.runCommandLine(configuration) { () throws(PythonError) in
                let sys = try PythonObject.module("sys")
                try sys.setAttribute("executable", to: program.python())
                // Behind all else, lest it hide a module of the script's own.
                try sys.attribute("path").callMethod("append", Host.bundledFolder.python())
                if let packages { try addPackages(packages) }
                try TDModule.install()
                Guardian.install()
            }
        } catch {
            throw HostError(description: error.description)
        }
    }

    /// Puts a folder of packages before those of the linked Python.
    static func addPackages(_ folder: String) throws(PythonError) {
        try PythonObject.module("understudy_packages").callMethod("add", folder.python())
    }
}
