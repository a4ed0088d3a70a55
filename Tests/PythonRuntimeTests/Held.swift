import PythonRuntime
import TestSupport

/// A place for one object, to be emptied on any thread.
// SAFETY: the tests that use it wait for one thread before they look from another.
final class Held: @unchecked Sendable {
    var object: PythonObject?

    init(_ object: PythonObject?) { self.object = object }
}

extension PythonObject {
    /// What `sys.getrefcount` says, its own temporary reference included.
    var referenceCount: Int {
        get throws(PythonError) {
            try Int(python: PythonObject.module("sys").callMethod("getrefcount", self))
        }
    }
}

/// What a script leaves under a name.
@MainActor func made(_ name: String, by script: String) throws -> PythonObject {
    try PythonSuite.run(script).item(name.python())
}
