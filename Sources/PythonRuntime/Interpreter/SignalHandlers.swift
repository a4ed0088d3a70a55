internal import CPython

/// The signal handlers that Python code has set with `signal.signal`.
public enum SignalHandlers {
    /// Calls the handlers of the signals that came since Python code ran last.
    ///
    /// Python calls them in whatever code it runs next. A host that is about to call code of its own
    /// asks first, and so learns what a handler raises: `sys.exit()`, say.
    ///
    /// - Throws: What a handler raises.
    /// - Thread: main, holding the GIL; on others nothing happens
    /// - Source: <https://docs.python.org/3/c-api/exceptions.html#c.PyErr_CheckSignals>
    public static func callPending() throws(PythonError) {
        guard PyErr_CheckSignals() == 0 else { throw PythonError.take() }
    }
}
