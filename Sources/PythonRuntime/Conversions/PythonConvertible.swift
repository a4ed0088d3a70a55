/// A Swift value that can be handed to Python.
public protocol PythonConvertible {
    /// The value as a Python object.
    ///
    /// - Throws: `MemoryError`, or what converting a part of it raised.
    func python() throws(PythonError) -> PythonObject
}

/// A Swift value that can be made from a Python object.
public protocol PythonConstructible {
    /// Reads a Python object.
    ///
    /// - Parameter python: The object.
    /// - Throws: `TypeError`, `OverflowError`, or what the object's own conversion raised.
    init(python: PythonObject) throws(PythonError)
}
