internal import CPython
internal import CPythonShims

/// The global interpreter lock: every use of a Python object happens while it is held.
///
/// The rule of this module: the main thread starts the interpreter and holds the GIL from then on,
/// letting it go only inside ``released(_:)``; other threads of the host take it by ``held(_:)``. No
/// lock of the host is kept over either border.
public enum GIL {
    /// Whether the calling thread holds the GIL.
    public static var isHeld: Bool { PyGILState_Check() != 0 }

    /// Runs `body` while this thread holds the GIL.
    ///
    /// - Parameter body: May use Python objects. Called once, at once.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws; the GIL is given back all the same.
    /// - Thread: any; a thread that already holds the GIL keeps it
    public static func held<Result: ~Copyable, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let state = PyGILState_Ensure()
        defer { PyGILState_Release(state) }
        DeferredRelease.drain()
        return try body()
    }

    /// Runs `body` while this thread does not hold the GIL, so that Python's other threads can run.
    ///
    /// - Parameter body: Must not use Python objects. Called once, at once.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws; the GIL is taken again all the same.
    /// - Thread: one that holds the GIL
    public static func released<Result: ~Copyable, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let state = PyEval_SaveThread()
        defer { PyEval_RestoreThread(state) }
        return try body()
    }
}
