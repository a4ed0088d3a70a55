internal import CPython
internal import CPythonShims

/// The global interpreter lock: every use of a Python object happens while it is held.
///
/// The rule of this module: the main thread starts the interpreter and holds the GIL from then on,
/// letting it go only inside ``released(_:)``; other threads of the host take it by ``held(_:)``. No
/// lock of the host is kept over either border.
public enum GIL {
    /// Whether the calling thread holds the GIL.
    public static var isHeld: Bool { CPythonShims_PyGILState_Check() }

    /// The thread, by `threading.get_ident()`, for which the main thread last had to wait at the end of
    /// ``letGo()``; nil when it had not, or in a program without a gate of its own.
    public static var holder: UInt? {
        let identifier = CPythonShims_holder()
        return identifier == 0 ? nil : UInt(identifier)
    }

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

    /// Runs `body` while other threads hold it up as little as can be.
    ///
    /// Where the main thread is served first, they must not make it give the GIL up in between: each time,
    /// it would wait for a whole call of C, such as the sorting of a long list. Elsewhere they give the GIL
    /// up soon after this one asks: a thread that computes keeps it for 5 ms each time, and with several of
    /// them everything that lets it go for a moment, be it reading a file, waits for a while among them.
    ///
    /// - Parameter body: May use Python objects. Called once, at once.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws; the others may then ask as before all the same.
    /// - Thread: one that holds the GIL
    /// - Source: <https://docs.python.org/3/library/sys.html#sys.setswitchinterval>
    public static func hurrying<Result: ~Copyable, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if CPythonShims_protect(longestHurry) {
            defer { _ = CPythonShims_protect(0) }
            return try body()
        }
        let before = setInterval(try? shortInterval.python())
        defer { _ = setInterval(before) }
        return try body()
    }

    /// How long nobody else may ask; code that waits for a thread by looking at it over and over then
    /// gets on, if slowly.
    ///
    /// - Units: seconds
    private static let longestHurry = 0.25

    /// Seconds after which a waiting thread is let in.
    private static let shortInterval = 0.0001

    private static func setInterval(_ interval: PythonObject?) -> PythonObject? {
        guard let interval, let sys = try? PythonObject.module("sys") else { return nil }
        let before = try? sys.callMethod("getswitchinterval")
        _ = try? sys.callMethod("setswitchinterval", interval)
        return before
    }
}
