internal import CPython
internal import OperatorNetwork
internal import PythonRuntime

// SAFETY: pointers in this file come from CPython's calls or from a living object's tail, and are used
// while the GIL is held and the caller keeps its reference; what is taken is given away once.

/// Cells for the members whose speed does not count.
enum CellAccess {
    /// A new cell object.
    static func make(_ dat: PythonObject, row: Int, column: Int) throws(PythonError) -> PythonObject
    {
        guard let cell = CellObject.make(dat.objectPointer, row, column) else {
            throw PythonError(.systemError, "no memory for a Cell")
        }
        return PythonObject(unsafeStealing: UnsafeMutableRawPointer(cell))
    }

    static func row(of cell: PythonObject) throws(PythonError) -> Int { tail(of: cell).row }

    static func column(of cell: PythonObject) throws(PythonError) -> Int { tail(of: cell).column }

    static func owner(of cell: PythonObject) throws(PythonError) -> PythonObject {
        tail(of: cell).owner.map { PythonObject(retaining: $0) } ?? .none
    }

    /// Where the cell is; nil when its DAT is gone or has become smaller.
    static func position(of cell: PythonObject) -> CellPosition? {
        guard CellObject.place(cell.objectPointer) != nil else { return nil }
        return CellPosition(row: tail(of: cell).row, column: tail(of: cell).column)
    }

    private static func tail(of cell: PythonObject) -> CellTail {
        cell.objectPointer.tail(as: CellTail.self).pointee
    }
}

/// Lets the network read and release the texts that Python keeps in cells.
enum CellPeerHooks {
    static func install() {
        CellPeers.readText = { peer in
            (try? String(python: PythonObject(unsafeRetaining: peer))) ?? ""
        }
        CellPeers.release = { peer in
            // The object takes over the cell's reference and drops it.
            _ = PythonObject(unsafeStealing: peer)
        }
    }
}
