internal import OperatorNetwork
internal import PythonRuntime

/// A debugger of Python that is let in before the project is loaded.
///
/// Breakpoints are set in files, and DATs are compiled under their paths, as TouchDesigner does. With a
/// debugger, code that came from a file is compiled under that file's name and with its line numbers.
enum Debugger {
    /// Whether one was let in.
    static var isLetIn = false

    /// Waits until a debugger is there; Ctrl-C ends the wait.
    ///
    /// - Parameters:
    ///   - port: On which port of this machine; 0 lets one be chosen.
    ///   - folder: Where the files' relative paths start from, absolute.
    ///   - listening: Told the port, once a debugger may come.
    /// - Throws: `ModuleNotFoundError` without `debugpy`; what it says against the port.
    static func wait(
        port: Int, folder: String, listening: (_ port: Int) -> Void
    ) throws(PythonError) {
        // The packages of the environment are on the search path then.
        try FirstImport.comes()
        let module = try PythonObject.module("understudy_debugger")
        PythonSource.compiler = { source throws(PythonError) in
            try place(source, in: folder).compileAsItStands()
        }
        listening(try Int(python: module.callMethod("listen", port.python())))
        isLetIn = true
        try module.callMethod("wait")
    }

    /// Whether it is a debugger that asks on this thread, which it has stopped, and not the project.
    static func isLooking() -> Bool {
        guard isLetIn, let module = try? PythonObject.module("understudy_debugger"),
            let answer = try? module.callMethod("is_looking")
        else { return false }
        return (try? answer.isTrue()) ?? false
    }

    /// The same source as it stands in its file.
    static func place(_ source: PythonSource, in folder: String) -> PythonSource {
        guard let origin = ScriptSources.place(of: source.fileName, line: 1) else { return source }
        let file = origin.file.hasPrefix("/") ? origin.file : "\(folder)/\(origin.file)"
        var text = source.text.unicodeScalars[...]
        if text.first == "\u{FEFF}" { text = text.dropFirst() }
        let above = String(repeating: "\n", count: max(0, origin.line - 1))
        return PythonSource(above + String(text), fileName: file, kind: source.kind)
    }
}

extension Host {
    /// Waits for a debugger, which then sees all of the project's code.
    ///
    /// - Parameters:
    ///   - port: On which port of this machine; 0 lets one be chosen.
    ///   - folder: Where the files' relative paths start from, absolute.
    /// - Throws: `HostError` when none can come: `debugpy` is not installed, or the port is taken.
    public func waitForDebugger(port: Int, folder: String) throws(HostError) {
        do throws(PythonError) {
            try Debugger.wait(port: port, folder: folder) { port in
                textport.say(
                    "[understudy] A debugger may attach to 127.0.0.1:\(port) (debugpy); the project "
                        + "waits for it.")
                textport.flushAll()
            }
        } catch {
            throw HostError(description: sentence(for: error, port: port))
        }
    }

    private func sentence(for error: PythonError, port: Int) -> String {
        guard error.typeName == "ModuleNotFoundError", error.message.contains("'debugpy'") else {
            return "No debugger can attach to port \(port): \(error)."
        }
        return
            "No debugger can attach: debugpy is not installed. Install it into an environment (`python3 "
            + "-m venv env; env/bin/pip install debugpy`) and name that with --venv env."
    }
}
