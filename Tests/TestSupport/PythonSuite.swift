package import PythonRuntime
internal import BundledPython
internal import MainThreadQueue

/// The one interpreter that all tests of this process share.
///
/// A suite that uses Python runs on the main actor, one test after the other, and asks for the
/// interpreter as it begins:
///
///     @MainActor @Suite(.serialized) struct SignatureTests {
///         init() throws { try PythonSuite.start() }
///     }
@MainActor
package enum PythonSuite {
    /// Why Python cannot be tested here.
    package struct Failure: Error, CustomStringConvertible {
        /// What was found.
        package let description: String
    }

    /// Starts Python in the way a host does, or finds it running.
    ///
    /// - Throws: `InterpreterError`; `Failure` when the main actor has moved to another thread.
    package static func start() throws {
        if !Interpreter.isRunning {
            var configuration = InterpreterConfiguration()
            configuration.searchPaths = [BundledPython.folder]
            configuration.importsSite = false
            try Interpreter.start(configuration)
            try Interpreter.importSite()
        }
        guard Interpreter.isMainThread else {
            let keeper = MainThreadQueue_isInstalled() ? "the main thread's queue" : "the system"
            throw Failure(
                description: "The main actor left the thread of Python, though \(keeper) keeps it.")
        }
        DeferredRelease.drain()
    }

    /// A dictionary for scripts to run in.
    ///
    /// - Returns: A new one, with a `__name__`.
    /// - Throws: `PythonError`.
    package static func globals() throws(PythonError) -> PythonObject {
        let globals = try PythonObject.dictionary()
        try globals.setItem("__name__", to: "tested".python())
        return globals
    }

    /// Runs statements.
    ///
    /// - Parameters:
    ///   - script: The statements.
    ///   - globals: Where they run; nil makes a new dictionary.
    /// - Returns: The globals afterwards.
    /// - Throws: What the script raised.
    @discardableResult
    package static func run(
        _ script: String, in globals: PythonObject? = nil
    ) throws(PythonError) -> PythonObject {
        let globals = if let globals { globals } else { try Self.globals() }
        try PythonSource(script, fileName: "<test>").run(in: globals)
        return globals
    }

    /// Evaluates an expression.
    ///
    /// - Parameters:
    ///   - expression: The expression.
    ///   - globals: Where it is evaluated; nil makes a new dictionary.
    /// - Returns: Its value.
    /// - Throws: What the expression raised.
    package static func evaluate(
        _ expression: String, in globals: PythonObject? = nil
    ) throws(PythonError) -> PythonObject {
        let globals = if let globals { globals } else { try Self.globals() }
        return try PythonSource(expression, fileName: "<test>", kind: .expression).run(in: globals)
    }
}
