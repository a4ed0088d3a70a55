internal import CPython
internal import CPythonShims
private import Synchronization

/// References that were let go by a thread that does not hold the GIL.
///
/// They wait here until a thread that does hold it drains them. Only releases wait, never the taking
/// of a reference: an object in this list may be the last thing that keeps it alive, but nobody can
/// reach it from here.
public enum DeferredRelease {
    // SAFETY: addresses only; they are turned back into objects under the GIL.
    private static let waiting = Mutex<[UInt]>([])

    static func add(_ pointer: ObjectPointer) {
        waiting.withLock { $0.append(UInt(bitPattern: pointer)) }
    }

    /// Lets the waiting references go.
    ///
    /// - Thread: any, holding the GIL
    public static func drain() {
        let addresses = waiting.withLock { list in
            let taken = list
            list.removeAll(keepingCapacity: true)
            return taken
        }
        for address in addresses {
            // SAFETY: the address came from `add`, which took over one strong reference.
            if let pointer = ObjectPointer(bitPattern: address) {
                CPythonShims_Py_DECREF(pointer)
            }
        }
    }
}
