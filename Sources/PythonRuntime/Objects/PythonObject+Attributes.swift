internal import CPython
internal import CPythonShims

/// Attributes by name.
extension PythonObject {
    /// Python's `getattr(self, name)`.
    ///
    /// - Parameter name: The attribute's name.
    /// - Returns: The attribute.
    /// - Throws: `AttributeError`, or what the attribute's getter raised.
    public func attribute(_ name: String) throws(PythonError) -> PythonObject {
        let key = try name.python()
        return try Self.adopt(PyObject_GetAttr(pointer, key.pointer))
    }

    /// Python's `getattr(self, name, None)`, telling a missing attribute apart.
    ///
    /// - Parameter name: The attribute's name.
    /// - Returns: Nil when there is no such attribute.
    /// - Throws: What the attribute's getter raised, other than `AttributeError`.
    public func attributeIfPresent(_ name: String) throws(PythonError) -> PythonObject? {
        do throws(PythonError) {
            return try attribute(name)
        } catch {
            guard error.isKind(of: .attributeError) else { throw error }
            return nil
        }
    }

    /// Python's `setattr(self, name, value)`.
    ///
    /// - Parameters:
    ///   - name: The attribute's name.
    ///   - value: The new value.
    /// - Throws: What the attribute's setter raised.
    public func setAttribute(_ name: String, to value: PythonObject) throws(PythonError) {
        let key = try name.python()
        try Self.check(PyObject_SetAttr(pointer, key.pointer, value.pointer))
    }

    /// Python's `dir(self)`.
    ///
    /// - Throws: What `__dir__` raised.
    public func attributeNames() throws(PythonError) -> [String] {
        try [String](python: Self.adopt(PyObject_Dir(pointer)))
    }
}
