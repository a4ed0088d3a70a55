internal import CPython
internal import CPythonShims

extension Interpreter {
    /// Runs Python's own command line: a script, `-c`, `-m`, standard input, with all its options.
    ///
    /// - Parameters:
    ///   - configuration: The program whose prefix and packages are used, and in `arguments` the whole
    ///     command line, the program's name first.
    ///   - prepare: Called once Python has started, before it runs anything.
    /// - Returns: The exit code.
    /// - Throws: `InterpreterError` when Python does not start.
    /// - Source: <https://docs.python.org/3/c-api/init_config.html#c.Py_RunMain>
    public static func runCommandLine(
        _ configuration: InterpreterConfiguration, prepare: () throws(PythonError) -> Void
    ) throws(InterpreterError) -> Int32 {
        guard !isRunning else {
            throw InterpreterError(description: "Python is running in this process already.")
        }
        CPythonShims_freezeModules()
        try check(
            withArguments(configuration.arguments) { count, arguments in
                var preconfiguration = PyPreConfig()
                PyPreConfig_InitPythonConfig(&preconfiguration)
                return Py_PreInitializeFromBytesArgs(&preconfiguration, count, arguments)
            })
        var python = PyConfig()
        PyConfig_InitPythonConfig(&python)
        do {
            defer { PyConfig_Clear(&python) }
            try setTexts(of: &python, from: configuration)
            let status = Py_InitializeFromConfig(&python)
            // What `--version` and `--help` end with.
            if CPythonShims_PyStatus_IsExit(status) { return status.exitcode }
            try check(status)
        }
        CPythonShims_markMainThread()
        do throws(PythonError) {
            try prepare()
        } catch {
            throw InterpreterError(description: "Module td cannot be set up: \(error).")
        }
        return Py_RunMain()
    }
}
