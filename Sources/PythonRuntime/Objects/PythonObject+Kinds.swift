internal import CPython
internal import CPythonShims

/// What kind of built-in object this is, subclasses included.
extension PythonObject {
    /// Whether this is a `str`.
    public var isString: Bool { CPythonShims_PyUnicode_Check(pointer) }

    /// Whether this is an `int` (a `bool` is one too).
    public var isInt: Bool { CPythonShims_PyLong_Check(pointer) }

    /// Whether this is a `bool`.
    public var isBool: Bool { CPythonShims_PyBool_Check(pointer) }

    /// Whether this is a `float`.
    public var isFloat: Bool { CPythonShims_PyFloat_Check(pointer) }

    /// Whether this is a `bytes`.
    public var isBytes: Bool { CPythonShims_PyBytes_Check(pointer) }

    /// Whether this is a `tuple`.
    public var isTuple: Bool { CPythonShims_PyTuple_Check(pointer) }

    /// Whether this is a `list`.
    public var isList: Bool { CPythonShims_PyList_Check(pointer) }

    /// Whether this is a `dict`.
    public var isDictionary: Bool { CPythonShims_PyDict_Check(pointer) }

    /// Whether this is a module.
    public var isModule: Bool { CPythonShims_PyModule_Check(pointer) }

    /// Whether this can be called.
    public var isCallable: Bool { PyCallable_Check(pointer) == 1 }
}
