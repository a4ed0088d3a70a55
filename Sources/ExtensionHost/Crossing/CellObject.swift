internal import CPython
internal import CPythonShims
internal import OperatorNetwork
internal import PythonRuntime

// SAFETY: pointers in this file come from CPython's calls or from a living object's tail, and are used
// while the GIL is held and the caller keeps its reference; what is taken is given away once.

/// What a cell's Python object holds: a place in a DAT, not the text in it.
nonisolated struct CellTail {
    var owner: ObjectPointer?
    var row: Int
    var column: Int
}

/// Cells are made at every `dat[row, col]`, so their memory is kept for the next one.
nonisolated enum CellObject {
    // SAFETY: all of these are set and used under the GIL; the free list by the main thread alone.
    nonisolated(unsafe) static var type: UnsafeMutablePointer<PyTypeObject>?
    // SAFETY: as above.
    nonisolated(unsafe) private static let free =
        UnsafeMutablePointer<ObjectPointer?>.allocate(capacity: freeLimit)
    // SAFETY: as above.
    nonisolated(unsafe) private static var freeCount = 0
    private static let freeLimit = 64

    static var slots: [NativeSlot] {
        [
            // SAFETY: slots hold C functions as raw pointers; CPython casts them back by id.
            NativeSlot(
                Py_tp_dealloc,
                unsafeBitCast(cellDeallocate as destructor, to: UnsafeMutableRawPointer.self)),
            // SAFETY: as above.
            NativeSlot(
                Py_tp_traverse,
                unsafeBitCast(cellTraverse as traverseproc, to: UnsafeMutableRawPointer.self)),
        ]
    }

    static var value: NativeMember {
        .rawProperty(
            "val",
            // SAFETY: C functions of CPython's getter and setter shape.
            get: unsafeBitCast(cellValueGet as getter, to: UnsafeMutableRawPointer.self),
            // SAFETY: as above.
            set: unsafeBitCast(cellValueSet as setter, to: UnsafeMutableRawPointer.self))
    }

    /// Remembers the type of all cells.
    static func setType(_ type: NativeType) {
        self.type = type.object.unsafePointer.assumingMemoryBound(to: PyTypeObject.self)
    }

    /// A new cell object as a new reference, or nil with the exception raised.
    @inline(__always)
    static func make(_ owner: ObjectPointer, _ row: Int, _ column: Int) -> ObjectPointer? {
        let cell: ObjectPointer
        if freeCount > 0, CPythonShims_onMainThread(), let kept = free[freeCount - 1] {
            freeCount -= 1
            PyObject_Init(kept, type)
            cell = kept
            let tail = cell.tail(as: CellTail.self)
            tail.pointee = CellTail(
                owner: CPythonShims_Py_NewRef(owner), row: row, column: column)
            PyObject_GC_Track(cell)
            return cell
        }
        guard let made = CPythonShims_tp_alloc(type) else { return nil }
        made.tail(as: CellTail.self).pointee = CellTail(
            owner: CPythonShims_Py_NewRef(owner), row: row, column: column)
        return made
    }

    /// A DAT's cells; nil when it is gone.
    @inline(__always)
    static func table(of dat: ObjectPointer) -> UnsafeMutablePointer<TableStorage>? {
        if let table = dat.tail(as: OperatorTail.self).pointee.table, !CookFlag.isRecording {
            return table
        }
        return CookFlag.cookedTable(dat)
    }

    /// Keeps a dead cell's memory; false when there are enough, or when a script has made it an
    /// instance of another class.
    @inline(__always)
    static func keep(_ cell: ObjectPointer) -> Bool {
        guard freeCount < freeLimit, CPythonShims_Py_TYPE(cell) == type,
            CPythonShims_onMainThread()
        else { return false }
        free[freeCount] = cell
        freeCount += 1
        return true
    }

    /// The cell's place in memory, or nil when the DAT is gone or has become smaller.
    @inline(__always)
    static func place(
        _ cell: ObjectPointer
    ) -> (UnsafeMutablePointer<TableStorage>, UnsafeMutablePointer<TableCell>)? {
        let tail = cell.tail(as: CellTail.self).pointee
        guard let owner = tail.owner, let table = table(of: owner),
            tail.row < table.pointee.rows, tail.column < table.pointee.columns
        else { return nil }
        return (table, table.pointee.cells + (tail.row * table.pointee.columns + tail.column))
    }
}

@c nonisolated func cellValueGet(
    _ cell: ObjectPointer?, _ closure: UnsafeMutableRawPointer?
) -> ObjectPointer? {
    guard let cell else { return nil }
    guard CPythonShims_onMainThread() || admitted(cell, "val", .read) else { return nil }
    guard let (_, place) = CellObject.place(cell) else { return raiseInvalidCell() }
    if let peer = place.pointee.peer {
        return CPythonShims_Py_NewRef(peer.assumingMemoryBound(to: PyObject.self))
    }
    return makePeer(place)
}

@c nonisolated func cellValueSet(
    _ cell: ObjectPointer?, _ value: ObjectPointer?, _ closure: UnsafeMutableRawPointer?
) -> CInt {
    guard let cell else { return -1 }
    guard CPythonShims_onMainThread() || admitted(cell, "val", .write) else { return -1 }
    guard isEditable(cell.tail(as: CellTail.self).pointee.owner) else { return -1 }
    guard let text = cellText(value) else { return -1 }
    // Asked for only now: making the text may have run code that resized the table.
    guard let (table, place) = CellObject.place(cell) else {
        CPythonShims_Py_DECREF(text)
        _ = raiseInvalidCell()
        return -1
    }
    let tail = cell.tail(as: CellTail.self).pointee
    if JournalFlag.isOn, let dat = tail.owner { JournalFlag.note(dat, tail.row, tail.column) }
    put(text, at: place, in: table)
    return 0
}

/// Whether a DAT's cells may be written; false with the exception raised.
@inline(__always)
nonisolated func isEditable(_ dat: ObjectPointer?) -> Bool {
    guard let dat, dat.tail(as: OperatorTail.self).pointee.table == nil else { return true }
    let owner = PythonObject(retaining: dat)
    return answeringStatus { () throws(PythonError) in
        try DATEditing.checkEditable(OperatorObject.node(of: owner))
    } == 0
}

/// The text that a value becomes in a cell, as a new reference, or nil with the exception raised.
///
/// An exact `str`: the end of any other would run code in the middle of a change of the table.
@inline(__always)
nonisolated func cellText(_ value: ObjectPointer?) -> ObjectPointer? {
    guard let value else {
        raise(PythonError(.typeError, "a cell cannot be deleted; delete its row or column"))
        return nil
    }
    if CPythonShims_PyUnicode_CheckExact(value) { return CPythonShims_Py_NewRef(value) }
    guard let text = PyObject_Str(value) else { return nil }
    if CPythonShims_PyUnicode_CheckExact(text) { return text }
    defer { CPythonShims_Py_DECREF(text) }
    return PyUnicode_FromObject(text)
}

/// Puts a text into a cell, taking over the reference.
@inline(__always)
nonisolated func put(
    _ text: ObjectPointer, at place: UnsafeMutablePointer<TableCell>,
    in table: UnsafeMutablePointer<TableStorage>
) {
    let old = place.pointee.peer
    place.pointee.peer = UnsafeMutableRawPointer(text)
    if place.pointee.text != nil { place.pointee.text = nil }
    table.pointee.version &+= 1
    if table.pointee.watcher != nil { table.pointee.tellWatcher() }
    // Last, because it may run Python code that looks at this cell.
    if let old { CPythonShims_Py_DECREF(old.assumingMemoryBound(to: PyObject.self)) }
}

/// Makes Python's text of a cell that Swift wrote, keeps it there and gives a new reference.
@inline(never)
nonisolated func makePeer(_ place: UnsafeMutablePointer<TableCell>) -> ObjectPointer? {
    do throws(PythonError) {
        let text = try (place.pointee.text ?? "").python()
        place.pointee.peer = text.unsafeTake()
        return ObjectPointer(OpaquePointer(text.unsafeTake()))
    } catch {
        raise(error)
        return nil
    }
}

@inline(never)
nonisolated func raiseInvalidCell() -> ObjectPointer? {
    raise(TDErrors.error("Invalid Cell object: its DAT has been destroyed or has become smaller."))
    return nil
}

@c nonisolated func cellTraverse(
    _ cell: ObjectPointer?, _ visit: visitproc?, _ argument: UnsafeMutableRawPointer?
) -> CInt {
    guard let cell, let visit else { return 0 }
    let status = CPythonShims_Py_VISIT(cell.tail(as: CellTail.self).pointee.owner, visit, argument)
    if status != 0 { return status }
    // SAFETY: a type object is a PyObject by CPython's layout rule; heap instances visit their type.
    let type = UnsafeMutableRawPointer(CPythonShims_Py_TYPE(cell))?
        .assumingMemoryBound(to: PyObject.self)
    return CPythonShims_Py_VISIT(type, visit, argument)
}

@c nonisolated func cellDeallocate(_ cell: ObjectPointer?) {
    guard let cell else { return }
    PyObject_GC_UnTrack(cell)
    let tail = cell.tail(as: CellTail.self)
    let owner = tail.pointee.owner
    tail.pointee.owner = nil
    CPythonShims_Py_XDECREF(owner)
    if CellObject.keep(cell) {
        // SAFETY: a type object is a PyObject by CPython's layout rule; a kept cell holds no type.
        UnsafeMutableRawPointer(CellObject.type).map {
            CPythonShims_Py_DECREF($0.assumingMemoryBound(to: PyObject.self))
        }
        return
    }
    CPythonShims_tp_free(cell)
}
