internal import PythonRuntime

/// What schedules import of Python's library: imported once, before they begin.
struct EarlyImports {
    private let module: PythonObject

    /// Remembers what is imported already.
    ///
    /// - Throws: What Python says.
    init() throws(PythonError) {
        module = try PythonObject.module("understudy_early")
        try module.callMethod("begin")
    }

    /// In a rehearsal: leaves the names of what it has imported for the parent.
    func report() {
        guard let names = try? module.callMethod("imported").text() else { return }
        RecordReader().write(learned: names)
    }

    /// Imports what a rehearsal has reported.
    func bring() {
        guard let names = try? RecordReader().learned.python() else { return }
        _ = try? module.callMethod("bring", names)
    }
}
