internal import OperatorNetwork
internal import PythonRuntime

/// TouchDesigner's exception classes.
///
/// - Source: <https://docs.derivative.ca/Td_Module>
nonisolated enum TDErrors {
    /// The three classes: `td.tdError`, `td.tdAttributeError`, `td.ThreadConflictError`.
    struct Classes: Sendable {
        let error: PythonObject
        let attributeError: PythonObject
        let threadConflict: PythonObject

        init() throws(PythonError) {
            let builtins = try PythonObject.module("builtins")
            error = try Self.define("tdError", [builtins.attribute("Exception")])
            attributeError = try Self.define(
                "tdAttributeError", [error, builtins.attribute("AttributeError")])
            threadConflict = try Self.define("ThreadConflictError", [error])
        }

        private static func define(
            _ name: String, _ bases: [PythonObject]
        ) throws(PythonError) -> PythonObject {
            let namespace = try PythonObject.dictionary()
            try namespace.setItem("__module__", to: "td".python())
            return try PythonObject.module("builtins").attribute("type")
                .call(name.python(), PythonObject.tuple(bases), namespace)
        }
    }

    // SAFETY: set once by the main thread under the GIL before any script runs, read under the GIL.
    nonisolated(unsafe) static var classes: Classes?

    /// A `td.tdError` with the given text.
    static func error(_ message: String) -> PythonError {
        make(classes?.error, message)
    }

    /// A `td.tdAttributeError` in Python's own words.
    ///
    /// - Parameters:
    ///   - name: The attribute.
    ///   - owner: The type's name in `td`.
    ///   - note: What else is known of it.
    /// - Returns: The exception, not yet raised.
    static func noAttribute(
        _ name: String, of owner: String, note: String? = nil
    ) -> PythonError {
        let text = "'td.\(owner)' object has no attribute '\(name)'"
        return make(classes?.attributeError, text + (note.map { " (\($0))" } ?? ""))
    }

    /// A `td.ThreadConflictError` with the given text.
    static func threadConflict(_ message: String) -> PythonError {
        make(classes?.threadConflict, message)
    }

    /// Whether an exception is a `td.ThreadConflictError`.
    static func isThreadConflict(_ error: PythonError) -> Bool {
        classes?.threadConflict.isIdentical(to: error.exception.type) ?? false
    }

    /// What every member of a destroyed operator says.
    static var invalidOperator: PythonError {
        error("Invalid OP object: the operator has been destroyed.")
    }

    private static func make(_ type: PythonObject?, _ message: String) -> PythonError {
        type.map { PythonError($0, message) } ?? PythonError(.runtimeError, message)
    }
}

/// Runs a change of the network for Python: its refusal becomes a `td.tdError` with TouchDesigner's
/// text, and what that leaves unsaid a note below it in the traceback.
func changing<Result>(
    _ body: () throws(NetworkError) -> Result
) throws(PythonError) -> Result {
    do throws(NetworkError) {
        return try body()
    } catch {
        let refusal = TDErrors.error(error.message)
        if error.explanation != error.message {
            _ = try refusal.exception.callMethod("add_note", error.explanation.python())
        }
        throw refusal
    }
}
