internal import CPython
internal import CPythonShims

/// Attributes and calls by interned names.
extension PythonObject {
    /// Python's `getattr(self, name, None)`, telling a missing attribute apart without an exception.
    ///
    /// - Parameter name: The attribute's name.
    /// - Returns: Nil when there is no such attribute.
    /// - Throws: What the attribute's getter raised, other than `AttributeError`.
    public func attributeIfPresent(_ name: PythonName) throws(PythonError) -> PythonObject? {
        var found: ObjectPointer?
        try Self.check(
            CPythonShims_PyObject_GetOptionalAttr(pointer, name.object.pointer, &found))
        return found.map { PythonObject(stealing: $0) }
    }

    /// Python's `self.name()`, whose result nobody wants.
    ///
    /// - Parameter name: The method's name.
    /// - Throws: `AttributeError`, or what the call raised.
    @inline(__always)
    public func callMethodDiscardingResult(_ name: PythonName) throws(PythonError) {
        try Self.discard(PyObject_CallMethodNoArgs(pointer, name.object.pointer))
    }

    /// Python's `self()`, whose result nobody wants.
    ///
    /// - Throws: What the call raised.
    public func callDiscardingResult() throws(PythonError) {
        try Self.discard(PyObject_CallNoArgs(pointer))
    }

    /// Python's `self(argument)`, whose result nobody wants.
    ///
    /// - Parameter argument: The one positional argument.
    /// - Throws: What the call raised.
    public func callDiscardingResult(_ argument: PythonObject) throws(PythonError) {
        try Self.discard(PyObject_CallOneArg(pointer, argument.pointer))
    }

    @inline(__always)
    private static func discard(_ result: ObjectPointer?) throws(PythonError) {
        guard let result else { throw PythonError.take() }
        CPythonShims_Py_DECREF(result)
    }
}
