internal import CPython
internal import OperatorNetwork
internal import PythonRuntime

// SAFETY: pointers in this file come from CPython's calls and are used while the GIL is held and the
// caller keeps its reference.

/// Whether changes are written down now, so that they can be taken back: what fast writes ask.
nonisolated enum JournalFlag {
    // SAFETY: set by the main thread under the GIL, read under the GIL.
    nonisolated(unsafe) static var isOn = false

    /// Lets the journal keep the text of a cell that is written in a moment.
    @inline(never)
    static func note(_ dat: ObjectPointer, _ row: Int, _ column: Int) {
        let owner = PythonObject(retaining: dat)
        onNetwork {
            guard let node = OperatorObject.node(ofAny: owner) else { return }
            node.network?.journal?.cellWillChange(of: node, row: row, column: column)
        }
    }
}
