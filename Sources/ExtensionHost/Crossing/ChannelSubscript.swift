internal import CPython
internal import CPythonShims
internal import PythonRuntime

// SAFETY: pointers in this file come from CPython's calls and are used while the GIL is held and the
// caller keeps its reference.

/// The slot behind `chop[…]`.
nonisolated enum ChannelSubscript {
    static var slots: [NativeSlot] {
        [
            // SAFETY: slots hold C functions as raw pointers; CPython casts them back by id.
            NativeSlot(
                Py_mp_subscript,
                unsafeBitCast(channelSubscript as binaryfunc, to: UnsafeMutableRawPointer.self))
        ]
    }
}

@c nonisolated func channelSubscript(
    _ chop: ObjectPointer?, _ key: ObjectPointer?
) -> ObjectPointer? {
    guard let chop, let key else { return nil }
    guard CPythonShims_onMainThread() || admitted(chop, AccessSpelling.subscriptText(key), .read)
    else { return nil }
    let (owner, index) = (PythonObject(retaining: chop), PythonObject(retaining: key))
    return answering { () throws(PythonError) in try ChannelAccess.channel(owner, index) }
}
