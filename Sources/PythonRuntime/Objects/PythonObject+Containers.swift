internal import CPython
internal import CPythonShims

/// Items, tuples, lists, dictionaries and iteration.
extension PythonObject {
    /// A new tuple of the given objects.
    ///
    /// - Parameter items: What the tuple holds.
    /// - Returns: The tuple.
    /// - Throws: `MemoryError`.
    public static func tuple(_ items: [PythonObject]) throws(PythonError) -> PythonObject {
        let tuple = try adopt(PyTuple_New(items.count))
        for (index, item) in items.enumerated() {
            try check(
                PyTuple_SetItem(tuple.pointer, index, item.newReference()))
        }
        return tuple
    }

    /// A new list of the given objects.
    ///
    /// - Parameter items: What the list holds.
    /// - Returns: The list.
    /// - Throws: `MemoryError`.
    public static func list(_ items: [PythonObject] = []) throws(PythonError) -> PythonObject {
        let list = try adopt(PyList_New(items.count))
        for (index, item) in items.enumerated() {
            try check(PyList_SetItem(list.pointer, index, item.newReference()))
        }
        return list
    }

    /// A new, empty dictionary.
    ///
    /// - Throws: `MemoryError`.
    public static func dictionary() throws(PythonError) -> PythonObject {
        try adopt(PyDict_New())
    }

    /// Python's `len(self)`.
    ///
    /// - Throws: `TypeError`, or what `__len__` raised.
    public func count() throws(PythonError) -> Int {
        let count = PyObject_Size(pointer)
        guard count >= 0 else { throw PythonError.take() }
        return count
    }

    /// Python's `self[key]`.
    ///
    /// - Parameter key: An index or a key.
    /// - Returns: The item.
    /// - Throws: `KeyError`, `IndexError`, or what `__getitem__` raised.
    public func item(_ key: PythonObject) throws(PythonError) -> PythonObject {
        try Self.adopt(PyObject_GetItem(pointer, key.pointer))
    }

    /// The value under `key` of a dictionary.
    ///
    /// - Parameter key: The key.
    /// - Returns: Nil when the key is missing.
    /// - Throws: What hashing or comparing raised; `SystemError` when this is no dictionary.
    public func value(forKey key: PythonObject) throws(PythonError) -> PythonObject? {
        guard let value = PyDict_GetItemWithError(pointer, key.pointer) else {
            if PyErr_Occurred() != nil { throw PythonError.take() }
            return nil
        }
        return PythonObject(retaining: value)
    }

    /// The value under a text key of a dictionary.
    ///
    /// - Parameter key: The key.
    /// - Returns: Nil when the key is missing.
    /// - Throws: `SystemError` when this is no dictionary.
    public func value(forKey key: String) throws(PythonError) -> PythonObject? {
        try value(forKey: key.python())
    }

    /// Python's `self[key] = value`.
    ///
    /// - Parameters:
    ///   - key: An index or a key.
    ///   - value: The new value.
    /// - Throws: What `__setitem__` raised.
    public func setItem(_ key: PythonObject, to value: PythonObject) throws(PythonError) {
        try Self.check(PyObject_SetItem(pointer, key.pointer, value.pointer))
    }

    /// Python's `self[key] = value` with a text key.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - value: The new value.
    /// - Throws: What `__setitem__` raised.
    public func setItem(_ key: String, to value: PythonObject) throws(PythonError) {
        try setItem(key.python(), to: value)
    }

    /// Python's `del self[key]`.
    ///
    /// - Parameter key: An index or a key.
    /// - Throws: `KeyError`, `IndexError`, or what `__delitem__` raised.
    public func removeItem(_ key: PythonObject) throws(PythonError) {
        try Self.check(PyObject_DelItem(pointer, key.pointer))
    }

    /// Python's `list(self)` as a Swift array.
    ///
    /// - Throws: `TypeError` when this cannot be iterated, or what the iteration raised.
    public func elements() throws(PythonError) -> [PythonObject] {
        let iterator = try Self.adopt(PyObject_GetIter(pointer))
        var elements: [PythonObject] = []
        while let next = PyIter_Next(iterator.pointer) {
            elements.append(PythonObject(stealing: next))
        }
        if PyErr_Occurred() != nil { throw PythonError.take() }
        return elements
    }

    /// The pairs of a dictionary, in order.
    ///
    /// - Throws: `AttributeError` when this is no mapping.
    public func pairs() throws(PythonError) -> [(key: PythonObject, value: PythonObject)] {
        var pairs: [(PythonObject, PythonObject)] = []
        for pair in try Self.adopt(PyMapping_Items(pointer)).elements() {
            pairs.append((try pair.item(0.python()), try pair.item(1.python())))
        }
        return pairs
    }
}
