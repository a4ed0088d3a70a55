internal import CPython
internal import CPythonShims
private import Synchronization

/// What can be done about Python code on the main thread that does not come back.
///
/// Both steps take no GIL, which that code may hold, and both may be taken in a signal handler.
public enum StuckCode {
    private static let wish = Atomic<Int>(0)

    /// Raises `KeyboardInterrupt` in the Python code that the main thread runs, as soon as it gets to its
    /// next loop or call.
    ///
    /// Code in a lock's `acquire()` hears of it when a signal wakes it; other C code does not.
    ///
    /// - Thread: any
    /// - Source: <https://docs.python.org/3/c-api/init.html#c.Py_AddPendingCall>
    public static func interrupt() {
        guard Py_IsInitialized() != 0 else { return }
        let number = wish.load(ordering: .acquiring)
        _ = Py_AddPendingCall(raiseInterrupt, UnsafeMutableRawPointer(bitPattern: number))
    }

    /// Takes back an ``interrupt()`` that has not been raised: the code it was meant for came back.
    ///
    /// - Thread: any
    public static func withdraw() { wish.wrappingAdd(1, ordering: .acquiringAndReleasing) }

    /// Writes where the Python code of every thread stands, in `faulthandler`'s words.
    ///
    /// - Parameter descriptor: Where to.
    /// - Thread: any
    /// - Source: <https://docs.python.org/3/library/faulthandler.html>
    public static func writeStacks(to descriptor: Int32) { CPythonShims_writeStacks(descriptor) }

    fileprivate static func isWanted(_ number: Int) -> Bool {
        wish.load(ordering: .acquiring) == number
    }
}

@c private func raiseInterrupt(_ number: UnsafeMutableRawPointer?) -> CInt {
    guard StuckCode.isWanted(Int(bitPattern: number)) else { return 0 }
    PyErr_SetString(
        CPythonShims_PyExc_KeyboardInterrupt(),
        "the run is to end, and this code did not come back")
    return -1
}
