internal import PythonRuntime

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Puts the process where TouchDesigner's would be: in the project's folder, Windows idioms understood.
enum ProcessPlace {
    /// Makes the project's folder the current one.
    static func enter(_ folder: String) { _ = chdir(folder) }

    /// Lets scripts import what lies in the project's folder, after all else.
    static func enterSearchPath(_ folder: String) throws(PythonError) {
        let path = try PythonObject.module("sys").attribute("path")
        let entry = try folder.python()
        if try !path.callMethod("__contains__", entry).isTrue() {
            try path.callMethod("append", entry)
        }
    }

    /// Lets `subprocess` understand Windows idioms, once a project imports it.
    static func teachSubprocess(_ folder: String, _ textport: Textport) throws(PythonError) {
        let announce = try PythonObject.function("announce", "text", thread: .any) {
            call throws(PythonError) in
            textport.say("[understudy] \(try call.string(0))")
            return .none
        }
        try PythonObject.module("understudy_start").callMethod("prepare", folder.python(), announce)
    }

    /// Ends the batch files that still run, and what they started: on Windows they would end with the
    /// console of TouchDesigner.
    static func leave() {
        do throws(PythonError) {
            let modules = try PythonObject.module("sys").attribute("modules")
            try modules.value(forKey: "understudy_windows")?.callMethod("end_batches")
        } catch {
            // A batch file that cannot be ended outlives the run, as other children do.
        }
    }
}
