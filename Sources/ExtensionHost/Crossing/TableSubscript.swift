internal import CPython
internal import CPythonShims
internal import OperatorNetwork
internal import PythonRuntime

// SAFETY: pointers in this file come from CPython's calls or from a living object's tail, and are used
// while the GIL is held and the caller keeps its reference; what is taken is given away once.

// `dat[row, col]` and `dat[row, col] = value`. Two small non-negative ints take the fast path; labels,
// negative indices and everything else go through Swift.

/// The slots behind `dat[…]`.
nonisolated enum TableSubscript {
    static var slots: [NativeSlot] {
        [
            // SAFETY: slots hold C functions as raw pointers; CPython casts them back by id.
            NativeSlot(
                Py_mp_subscript,
                unsafeBitCast(tableSubscript as binaryfunc, to: UnsafeMutableRawPointer.self)),
            // SAFETY: as above.
            NativeSlot(
                Py_mp_ass_subscript,
                unsafeBitCast(tableAssign as objobjargproc, to: UnsafeMutableRawPointer.self)),
        ]
    }

    /// Row and column when both are small non-negative ints; negative numbers say that they are not.
    @inline(__always)
    static func indices(_ key: ObjectPointer) -> (row: Int, column: Int) {
        guard CPythonShims_PyTuple_Check(key), CPythonShims_PyTuple_GET_SIZE(key) == 2 else {
            return (-1, -1)
        }
        return (
            CPythonShims_smallIndex(CPythonShims_PyTuple_GET_ITEM(key, 0)),
            CPythonShims_smallIndex(CPythonShims_PyTuple_GET_ITEM(key, 1))
        )
    }
}

@c nonisolated func tableSubscript(
    _ dat: ObjectPointer?, _ key: ObjectPointer?
) -> ObjectPointer? {
    guard let dat, let key else { return nil }
    guard CPythonShims_onMainThread() || admitted(dat, AccessSpelling.subscriptText(key), .read)
    else { return nil }
    guard let table = CellObject.table(of: dat) else {
        raise(TDErrors.invalidOperator)
        return nil
    }
    let (row, column) = TableSubscript.indices(key)
    if row >= 0, column >= 0 {
        guard row < table.pointee.rows, column < table.pointee.columns else {
            return CPythonShims_Py_NewRef(CPythonShims_Py_None())
        }
        return CellObject.make(dat, row, column)
    }
    let (owner, index) = (PythonObject(retaining: dat), PythonObject(retaining: key))
    return answering { () throws(PythonError) in try TableAccess.cell(owner, index) }
}

@c nonisolated func tableAssign(
    _ dat: ObjectPointer?, _ key: ObjectPointer?, _ value: ObjectPointer?
) -> CInt {
    guard let dat, let key else { return -1 }
    guard CPythonShims_onMainThread() || admitted(dat, AccessSpelling.subscriptText(key), .write)
    else { return -1 }
    guard isEditable(dat), let text = cellText(value) else { return -1 }
    let (row, column) = TableSubscript.indices(key)
    if row >= 0, column >= 0, let table = dat.tail(as: OperatorTail.self).pointee.table,
        row < table.pointee.rows, column < table.pointee.columns
    {
        if JournalFlag.isOn { JournalFlag.note(dat, row, column) }
        put(text, at: table.pointee.cells + (row * table.pointee.columns + column), in: table)
        return 0
    }
    let (owner, index) = (PythonObject(retaining: dat), PythonObject(retaining: key))
    let held = PythonObject(unsafeStealing: UnsafeMutableRawPointer(text))
    return answeringStatus { () throws(PythonError) in
        try TableAccess.assign(owner, index, held)
    }
}
