internal import PythonRuntime
internal import ThreadGuard

/// A Python exception as the textport shows it: Python's own traceback, then where in the project's
/// files the line stands.
struct ErrorReport {
    /// Where the exception was raised, or where the text could not be compiled.
    let place: RunSummary.Place?
    private let error: PythonError
    private let entry: StackEntry?

    init(_ error: PythonError) {
        self.error = error
        entry = Self.entry(of: error)
        // An expression that somebody asked for stands in no file.
        place = entry?.file == "<expression>" ? nil : FaultEntries.place(entry)
    }

    /// The text, without a line break at the end; made when it is asked for, because of a callback
    /// that fails in each frame only the first failure is shown.
    var text: String {
        let formatted = try? ScriptSources.module()
            .callMethod("format_exception", error.exception).text()
        var text = formatted ?? error.description
        while text.hasSuffix("\n") { text.removeLast() }
        if let entry, !text.contains("\"\(entry.file)\", line \(entry.line)") {
            text += "\n  --> \(entry.place) in \(entry.function)"
        }
        return text
    }

    /// The innermost line of the project; for a syntax error the line that cannot be read.
    private static func entry(of error: PythonError) -> StackEntry? {
        if error.isKind(of: .syntaxError),
            let file = try? error.exception.attribute("filename").text(),
            let line = try? Int(python: error.exception.attribute("lineno"))
        {
            return CodeStack.entry(.init(file: file, line: line, function: "<module>"))
        }
        return CodeStack.innermost(error.traceback)
    }
}

/// What a script asks for by raising `SystemExit`.
enum ExitRequest {
    /// What `sys.exit` was given to say, where it is no number.
    static func message(of error: PythonError) -> String? {
        guard let code = try? error.exception.attributeIfPresent("code"), !code.isNone,
            (try? Int(python: code)) == nil
        else { return nil }
        return try? code.text()
    }

    static func code(of error: PythonError) -> Int32 {
        if error.isKind(of: .keyboardInterrupt) { return 130 }
        guard let code = try? error.exception.attribute("code"), !code.isNone else { return 0 }
        return (try? Int(python: code)).map { Int32(truncatingIfNeeded: $0 & 0xFF) } ?? 1
    }
}
