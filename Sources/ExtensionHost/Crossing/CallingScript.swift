internal import CPython
internal import OperatorNetwork
internal import PythonRuntime

// SAFETY: pointers in this file come from CPython's calls or from a living object's tail, and are used
// while the GIL is held and the caller keeps its reference; what is taken is given away once.

/// Which operator the calling script belongs to.
enum CallingScript {
    /// The `me` of the Python function that is running; nil outside of scripts.
    static func me() -> Operator? {
        guard let globals = globals(), let me = try? globals.value(forKey: "me") else { return nil }
        return OperatorObject.node(ofAny: me)
    }

    nonisolated static func globals() -> PythonObject? {
        PyEval_GetGlobals().map { PythonObject(unsafeRetaining: UnsafeMutableRawPointer($0)) }
    }
}
