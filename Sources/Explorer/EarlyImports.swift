internal import PythonRuntime

/// What schedules import of Python's library and of packages: imported once, before they begin.
struct EarlyImports {
    private let module: PythonObject
    /// What a rehearsal has reported.
    private var names = ""

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

    /// Takes over what a rehearsal has reported.
    mutating func take() { names = RecordReader().learned }

    /// The installed packages that are imported, by their names.
    var packages: [String] {
        let lines = names.split(separator: "\n").filter { $0.hasPrefix("package ") }
        return Set(
            lines.compactMap { $0.dropFirst(8).split(separator: ".").first.map(String.init) }
        )
        .sorted()
    }

    /// Whether random numbers are drawn.
    var isByChance: Bool { names.split(separator: "\n").contains("drawn random") }

    /// Imports it.
    ///
    /// - Parameter packages: Whether also what is not of Python's library.
    func bring(packages: Bool) {
        guard let names = try? names.python() else { return }
        _ = try? module.callMethod("bring", names, packages.python())
    }
}
