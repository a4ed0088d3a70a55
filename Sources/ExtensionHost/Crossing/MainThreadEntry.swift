internal import CPython
internal import CPythonShims
internal import PythonRuntime

// SAFETY: pointers in this file come from CPython's calls or from a living object's tail, and are used
// while the GIL is held and the caller keeps its reference; what is taken is given away once.

/// CPython's own pointer to an object; the ownership is told by whoever hands it on.
typealias ObjectPointer = UnsafeMutablePointer<PyObject>

/// Runs main-actor code from one of the C functions of this folder.
///
/// `MainActor.assumeIsolated` asks the run time each time, which costs more than the whole access. The
/// thread-local mark has been read (or the guard has let the access pass under the GIL) before anyone
/// calls this, and that is the same proof.
nonisolated func onNetwork<Result>(_ body: @MainActor () -> Result) -> Result {
    withoutActuallyEscaping(body) { body in
        // SAFETY: the two function types differ in isolation only, which has no representation; all
        // code that reaches the network holds the GIL, and the main thread lets the GIL go only while
        // it waits between frames.
        unsafeBitCast(body, to: (() -> Result).self)()
    }
}

/// Asks the guard about an access from a thread that is not the main thread.
///
/// - Returns: False when the access is refused; the exception is then raised.
nonisolated func admitted(
    _ object: ObjectPointer?, _ member: @autoclosure () -> String, _ kind: NativeAccess.Kind
) -> Bool {
    let owner = object.map { PythonObject(unsafeRetaining: $0) }
    do throws(PythonError) {
        try ThreadAdmission.judge(NativeAccess(object: owner, member: member(), kind: kind))
        return true
    } catch {
        raise(error)
        return false
    }
}

/// Raises an error in the current thread.
nonisolated func raise(_ error: PythonError) {
    let exception = ObjectPointer(OpaquePointer(error.exception.unsafeTake()))
    CPythonShims_PyErr_SetRaisedException(exception)
}

/// Runs a body for CPython: its value as a new reference, or nil with the exception raised.
nonisolated func answering(
    _ body: @MainActor () throws(PythonError) -> PythonObject
) -> ObjectPointer? {
    onNetwork {
        do throws(PythonError) {
            return ObjectPointer(OpaquePointer(try body().unsafeTake()))
        } catch {
            raise(error)
            return nil
        }
    }
}

/// Runs a body for CPython: 0, or -1 with the exception raised.
nonisolated func answeringStatus(_ body: @MainActor () throws(PythonError) -> Void) -> CInt {
    onNetwork {
        do throws(PythonError) {
            try body()
            return 0
        } catch {
            raise(error)
            return -1
        }
    }
}

nonisolated extension ObjectPointer {
    /// What lies behind the object header.
    @inline(__always)
    func tail<Tail>(as type: Tail.Type) -> UnsafeMutablePointer<Tail> {
        // SAFETY: only called on instances of types whose size was declared with this tail.
        (UnsafeMutableRawPointer(self) + MemoryLayout<PyObject>.size)
            .assumingMemoryBound(to: type)
    }
}

nonisolated extension PythonObject {
    /// The object as CPython's functions want it, borrowed.
    var objectPointer: ObjectPointer {
        unsafePointer.assumingMemoryBound(to: PyObject.self)
    }

    convenience init(retaining pointer: ObjectPointer) {
        self.init(unsafeRetaining: UnsafeMutableRawPointer(pointer))
    }
}
