internal import CPython
internal import CPythonShims

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// The one Python interpreter of this process.
///
/// It is started once, by the thread that from then on counts as the main thread, and it is never
/// finalised: CPython crashes or hangs when other threads still run at that moment, so the process
/// ends by ``end(code:)`` instead.
public enum Interpreter {
    /// Whether the interpreter has been started.
    public static var isRunning: Bool { Py_IsInitialized() != 0 }

    /// Whether the calling thread is the one that started the interpreter.
    ///
    /// - Thread: any
    public static var isMainThread: Bool { CPythonShims_onMainThread() }

    /// The running version, such as `3.11.2`.
    public static var version: String {
        let text = String(cString: Py_GetVersion())
        return String(text.prefix { $0 != " " })
    }

    /// Starts the interpreter; the calling thread becomes the main thread and holds the GIL.
    ///
    /// - Parameter configuration: How to start it.
    /// - Throws: `InterpreterError` when Python refuses to start, or is running already.
    public static func start(
        _ configuration: InterpreterConfiguration = .init()
    ) throws(InterpreterError) {
        guard !isRunning else {
            throw InterpreterError(description: "Python is running in this process already.")
        }
        CPythonShims_freezeModules()
        var preconfiguration = PyPreConfig()
        PyPreConfig_InitIsolatedConfig(&preconfiguration)
        preconfiguration.utf8_mode = 1
        try check(Py_PreInitialize(&preconfiguration))

        var python = PyConfig()
        PyConfig_InitIsolatedConfig(&python)
        defer { PyConfig_Clear(&python) }
        python.install_signal_handlers = 0
        python.parse_argv = 0
        python.site_import = configuration.importsSite ? 1 : 0
        if let seed = configuration.hashSeed {
            python.use_hash_seed = 1
            python.hash_seed = .init(seed)
        }
        try setTexts(of: &python, from: configuration)
        try check(Py_InitializeFromConfig(&python))
        CPythonShims_markMainThread()
        do throws(PythonError) {
            try prepend(configuration.searchPaths)
        } catch {
            throw InterpreterError(description: "Python's search path cannot be set: \(error).")
        }
    }

    /// Imports `site` as the start would have done, where the configuration left it out.
    ///
    /// - Throws: What `site`, a `.pth` file or `sitecustomize` raised.
    /// - Thread: any, holding the GIL
    /// - Source: <https://docs.python.org/3/library/site.html>
    public static func importSite() throws(PythonError) {
        let flags = try PythonObject.module("sys").attribute("flags")
        guard try flags.attribute("no_site").isTrue() else { return }
        // `site` does nothing under this flag, and `subprocess` hands it on to Python's children.
        let names = try [String](python: flags.type.attribute("__match_args__"))
        guard let index = names.firstIndex(of: "no_site") else { return }
        PyStructSequence_SetItem(flags.pointer, index, try 0.python().newReference())
        _ = try PythonObject.module("site")
    }

    /// Runs what is registered with `atexit`, flushes Python's streams and ends the process at once.
    ///
    /// Threads that still run are ended with the process, wherever they are. A handler that hangs is
    /// cut off after two seconds; where it hangs is then written to standard error.
    ///
    /// - Parameter code: The exit code; 0 becomes 1 when a handler is cut off.
    /// - Thread: main, holding the GIL
    public static func end(code: Int32) -> Never {
        CPythonShims_endAfter(2, code)
        if isRunning {
            GIL.hurrying {
                CPythonShims_runExitFunctions(true)
                _ = try? registry()?.callMethod("_run_exitfuncs")
                CPythonShims_runExitFunctions(false)
                for stream in ["stdout", "stderr"] {
                    _ = try? PythonObject.module("sys").attribute(stream).callMethod("flush")
                }
            }
        }
        fflush(nil)
        _exit(code)
    }

    /// The module `atexit`, nil while nobody has registered anything: importing it now would wait for a
    /// thread that imports something itself and gets no turn among many others.
    private static func registry() throws(PythonError) -> PythonObject? {
        try PythonObject.module("sys").attribute("modules").value(forKey: "atexit")
    }

    /// The `builtins` module's dictionary.
    ///
    /// - Reference: borrowed
    static var builtinsDictionary: ObjectPointer? { PyEval_GetBuiltins() }

    /// Turns a status that tells of a failure into an error.
    static func check(_ status: PyStatus) throws(InterpreterError) {
        guard CPythonShims_PyStatus_Exception(status) else { return }
        let reason = status.err_msg.map { String(cString: $0) } ?? "no reason given"
        throw InterpreterError(
            description: "Python did not start: \(reason). "
                + "Is the Python that Understudy was built with still installed?")
    }

    /// Sets the program and its arguments.
    static func setTexts(
        of python: inout PyConfig, from configuration: InterpreterConfiguration
    ) throws(InterpreterError) {
        var status = PyStatus()
        // SAFETY: PyConfig_SetBytesString wants the struct and one of its own fields at once, which
        // exclusive access to `python` forbids; the pointer is used during this call only.
        withUnsafeMutablePointer(to: &python) { python in
            if let executable = configuration.executable ?? PythonExecutable.find() {
                status = PyConfig_SetBytesString(python, &python.pointee.program_name, executable)
                guard !CPythonShims_PyStatus_Exception(status) else { return }
                status = PyConfig_SetBytesString(python, &python.pointee.executable, executable)
            }
            guard !CPythonShims_PyStatus_Exception(status) else { return }
            status = withArguments(configuration.arguments) { count, arguments in
                PyConfig_SetBytesArgv(python, count, arguments)
            }
        }
        try check(status)
    }

    /// Gives texts as C's `argc` and `argv`, for the time of a call.
    static func withArguments<Result>(
        _ texts: [String],
        _ body: (Int, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Result
    ) -> Result {
        var arguments = texts.map { strdup($0) }
        defer { arguments.forEach { free($0) } }
        // SAFETY: CPython reads the buffer during the call only.
        return arguments.withUnsafeMutableBufferPointer { body($0.count, $0.baseAddress) }
    }

    private static func prepend(_ paths: [String]) throws(PythonError) {
        guard !paths.isEmpty else { return }
        let list = try PythonObject.module("sys").attribute("path")
        for path in paths.reversed() {
            try list.callMethod("insert", 0.python(), path.python())
        }
    }
}
