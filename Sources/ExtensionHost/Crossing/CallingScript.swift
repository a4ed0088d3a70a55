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

    /// The `me` of the innermost script on the stack, which may have called a module of no operator's.
    ///
    /// - Thread: any
    nonisolated static func nearestMe() throws(PythonError) -> PythonObject? {
        var frame = try PythonObject.module("sys").callMethod("_getframe")
        while !frame.isNone {
            if let me = try frame.attribute("f_globals").value(forKey: "me"),
                OperatorObject.isOperator(me)
            {
                return me
            }
            frame = try frame.attribute("f_back")
        }
        return nil
    }

    nonisolated static func globals() -> PythonObject? {
        PyEval_GetGlobals().map { PythonObject(unsafeRetaining: UnsafeMutableRawPointer($0)) }
    }
}
