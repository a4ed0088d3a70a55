internal import CPython

/// An attribute's name, made into an interned Python text once, for accesses whose speed counts.
///
/// Making the text anew for each access costs more than the access.
public struct PythonName: Sendable {
    let object: PythonObject

    /// Interns a name.
    ///
    /// - Parameter name: The attribute's name.
    /// - Throws: `MemoryError`.
    /// - Thread: one that holds the GIL
    public init(_ name: String) throws(PythonError) {
        object = try PythonObject.adopt(PyUnicode_InternFromString(name))
    }
}
