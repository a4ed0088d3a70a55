internal import CPython
internal import CPythonShims
internal import OperatorNetwork
internal import PythonRuntime

// SAFETY: pointers in this file come from CPython's calls or from a living object's tail, and are used
// while the GIL is held and the caller keeps its reference.

/// Whether reads of operators are written down now: the one thing that the fast paths ask.
nonisolated enum CookFlag {
    // SAFETY: set by the main thread under the GIL, read under the GIL.
    nonisolated(unsafe) static var isRecording = false

    /// Lets the network keep the flag.
    @MainActor
    static func connect() {
        CookRecorder.whenRecording = { records in
            isRecording = records
            MemberWatch.isOn = records
        }
        MemberWatch.reads = { onNetwork { CookRecorder.reads } }
        MemberWatch.didUse = { owner, member in
            onNetwork { ReadMembers.note(member, of: owner) }
        }
        MemberWatch.didFail = { owner, member in
            onNetwork { ReadMembers.noteFailure(of: member, of: owner) }
        }
    }

    /// The cells of a DAT that has to cook first, or whose reading is written down; nil when it is
    /// gone.
    @inline(never)
    static func cookedTable(_ dat: ObjectPointer) -> UnsafeMutablePointer<TableStorage>? {
        let owner = PythonObject(retaining: dat)
        return onNetwork { OperatorObject.node(ofAny: owner)?.content?.table.storage }
    }
}
