internal import CPythonShims
internal import PythonRuntime

/// What an `op` object found last under a few names, so that the same line finds it again at once.
///
/// A name is told by its address: Python keeps one object for each name that stands in a script. The
/// memory holds the names, so that no other object takes their address; what was found is held by the
/// COMP's children, and forgotten with every change of any COMP's children.
nonisolated struct FinderMemory {
    private struct Entry {
        var name: ObjectPointer?
        var found: ObjectPointer?
        var version: UInt64 = 0
    }

    // SAFETY: changed and read under the GIL.
    /// Grows with every change of any COMP's children.
    nonisolated(unsafe) static var childrenVersion: UInt64 = 1

    private static let size = 8
    private let entries: UnsafeMutablePointer<Entry>

    init() {
        // SAFETY: initialised in whole at once; released by `free`, with the finder.
        entries = .allocate(capacity: Self.size)
        entries.initialize(repeating: Entry(), count: Self.size)
    }

    /// What was found under a name, borrowed; nil when it is not remembered.
    @inline(__always)
    func found(_ name: ObjectPointer) -> ObjectPointer? {
        let entry = entry(for: name)
        guard entry.pointee.name == name, entry.pointee.version == Self.childrenVersion else {
            return nil
        }
        return entry.pointee.found
    }

    /// Remembers what a COMP's children hold under a name.
    ///
    /// - Parameters:
    ///   - found: An operator's object. Borrowed, from the children.
    ///   - name: An exact `str`, whose end runs no code.
    func remember(_ found: ObjectPointer, _ name: ObjectPointer) {
        let entry = entry(for: name)
        let old = entry.pointee.name
        entry.pointee = Entry(
            name: CPythonShims_Py_NewRef(name), found: found, version: Self.childrenVersion)
        CPythonShims_Py_XDECREF(old)
    }

    /// Lets the names and the memory go.
    func free() {
        for index in 0..<Self.size { CPythonShims_Py_XDECREF(entries[index].name) }
        entries.deallocate()
    }

    @inline(__always)
    private func entry(for name: ObjectPointer) -> UnsafeMutablePointer<Entry> {
        let address = UInt(bitPattern: name)
        // Objects lie 16 bytes apart at least.
        return entries + Int(bitPattern: (address >> 4 ^ address >> 8) % UInt(Self.size))
    }
}
