internal import CPython
internal import CPythonShims

extension PythonObject: PythonConvertible {
    /// The object itself.
    public func python() throws(PythonError) -> PythonObject { self }
}

extension Bool: PythonConvertible, PythonConstructible {
    /// Python's `True` or `False`.
    public func python() throws(PythonError) -> PythonObject {
        PythonObject(retaining: self ? CPythonShims_Py_True() : CPythonShims_Py_False())
    }

    /// Python's `bool(object)`.
    public init(python object: PythonObject) throws(PythonError) {
        self = try object.isTrue()
    }
}

extension Int: PythonConvertible, PythonConstructible {
    /// A Python `int`.
    public func python() throws(PythonError) -> PythonObject {
        try PythonObject.adopt(PyLong_FromSsize_t(self))
    }

    /// Reads an `int`, or an object with `__index__`.
    public init(python object: PythonObject) throws(PythonError) {
        let index = try PythonObject.adopt(PyNumber_Index(object.pointer))
        let value = PyLong_AsSsize_t(index.pointer)
        if value == -1, PyErr_Occurred() != nil { throw PythonError.take() }
        self = value
    }
}

extension Double: PythonConvertible, PythonConstructible {
    /// A Python `float`.
    public func python() throws(PythonError) -> PythonObject {
        try PythonObject.adopt(PyFloat_FromDouble(self))
    }

    /// Python's `float(object)`: numbers, number texts and objects with `__float__`.
    public init(python object: PythonObject) throws(PythonError) {
        let float = try PythonObject.adopt(
            object.isString ? PyFloat_FromString(object.pointer) : PyNumber_Float(object.pointer))
        self = PyFloat_AsDouble(float.pointer)
    }
}

extension String: PythonConvertible, PythonConstructible {
    /// A Python `str`.
    public func python() throws(PythonError) -> PythonObject {
        var text = self
        return try PythonObject.adopt(
            text.withUTF8 { utf8 in
                // SAFETY: the bytes are only read, and only during this call.
                utf8.withMemoryRebound(to: CChar.self) { characters in
                    PyUnicode_FromStringAndSize(characters.baseAddress, characters.count)
                }
            })
    }

    /// Reads a `str`; a lone surrogate becomes U+FFFD.
    public init(python object: PythonObject) throws(PythonError) {
        guard object.isString else {
            throw PythonError(.typeError, "a str is needed here, not \(object.typeName)")
        }
        var count = 0
        if let utf8 = PyUnicode_AsUTF8AndSize(object.pointer, &count) {
            // SAFETY: CPython keeps these bytes as long as the str lives; they are copied here.
            let bytes = UnsafeRawBufferPointer(start: utf8, count: count)
            self = String(decoding: bytes, as: UTF8.self)
            return
        }
        PyErr_Clear()
        // UTF-16 has room for surrogates, and decoding it repairs the lone ones, one by one.
        let encoded = try [UInt8](
            bytes: PythonObject.adopt(
                PyUnicode_AsEncodedString(object.pointer, "utf-16-le", "surrogatepass")))
        let units = stride(from: 0, to: encoded.count - 1, by: 2).map {
            UInt16(encoded[$0]) | UInt16(encoded[$0 + 1]) << 8
        }
        self = String(decoding: units, as: UTF16.self)
    }
}

extension [UInt8] {
    /// A Python `bytes` of these bytes.
    ///
    /// - Returns: A new object.
    /// - Throws: `MemoryError`.
    public func pythonBytes() throws(PythonError) -> PythonObject {
        // SAFETY: CPython copies the bytes during this call.
        let made = withUnsafeBytes { bytes in
            PyBytes_FromStringAndSize(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        return try PythonObject.adopt(made)
    }

    /// Reads a Python `bytes`.
    ///
    /// - Parameter object: A `bytes` object.
    /// - Throws: `TypeError`.
    public init(bytes object: PythonObject) throws(PythonError) {
        var start: UnsafeMutablePointer<CChar>?
        var count = 0
        try PythonObject.check(PyBytes_AsStringAndSize(object.pointer, &start, &count))
        // SAFETY: CPython keeps these bytes as long as the object lives; they are copied here.
        self.init(UnsafeRawBufferPointer(start: start, count: count))
    }
}

extension Optional: PythonConvertible where Wrapped: PythonConvertible {
    /// The wrapped value, or Python's `None`.
    public func python() throws(PythonError) -> PythonObject {
        guard let self else { return .none }
        return try self.python()
    }
}

extension Optional: PythonConstructible where Wrapped: PythonConstructible {
    /// Nil for `None`, else the wrapped value.
    public init(python object: PythonObject) throws(PythonError) {
        self = object.isNone ? nil : try Wrapped(python: object)
    }
}

extension Array: PythonConvertible where Element: PythonConvertible {
    /// A Python `list`.
    public func python() throws(PythonError) -> PythonObject {
        var items: [PythonObject] = []
        items.reserveCapacity(count)
        for element in self { items.append(try element.python()) }
        return try PythonObject.list(items)
    }
}

extension Array: PythonConstructible where Element: PythonConstructible {
    /// Reads any Python iterable.
    public init(python object: PythonObject) throws(PythonError) {
        self = []
        for element in try object.elements() { append(try Element(python: element)) }
    }
}

extension Dictionary: PythonConvertible where Key == String, Value: PythonConvertible {
    /// A Python `dict`, its keys sorted so that equal dictionaries come out alike.
    public func python() throws(PythonError) -> PythonObject {
        let dictionary = try PythonObject.dictionary()
        for (key, value) in sorted(by: { $0.key < $1.key }) {
            try dictionary.setItem(key, to: value.python())
        }
        return dictionary
    }
}

extension Dictionary: PythonConstructible where Key == String, Value: PythonConstructible {
    /// Reads any Python mapping whose keys are texts.
    public init(python object: PythonObject) throws(PythonError) {
        self = [:]
        for (key, value) in try object.pairs() {
            self[try String(python: key)] = try Value(python: value)
        }
    }
}
