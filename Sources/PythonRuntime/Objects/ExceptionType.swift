internal import CPython
internal import CPythonShims

/// The built-in exception classes that Swift code names.
public enum ExceptionType: Sendable, CaseIterable {
    /// An attribute is missing or cannot be set.
    case attributeError
    /// An index is out of range.
    case indexError
    /// The user asked to stop.
    case keyboardInterrupt
    /// A key is missing.
    case keyError
    /// A number is too large for what it is to become.
    case overflowError
    /// Something failed that no other class tells.
    case runtimeError
    /// Source text is not Python.
    case syntaxError
    /// The interpreter, or C code, broke its own rules.
    case systemError
    /// The program is to end.
    case systemExit
    /// An object is of the wrong type.
    case typeError
    /// An object of the right type has an unfit value.
    case valueError

    /// The class as a Python object.
    ///
    /// - Thread: any, holding the GIL
    public var object: PythonObject { PythonObject(retaining: pointer) }

    /// The class itself, which no script can replace.
    ///
    /// - Reference: borrowed
    var pointer: ObjectPointer {
        switch self {
        case .attributeError: CPythonShims_PyExc_AttributeError()
        case .indexError: CPythonShims_PyExc_IndexError()
        case .keyboardInterrupt: CPythonShims_PyExc_KeyboardInterrupt()
        case .keyError: CPythonShims_PyExc_KeyError()
        case .overflowError: CPythonShims_PyExc_OverflowError()
        case .runtimeError: CPythonShims_PyExc_RuntimeError()
        case .syntaxError: CPythonShims_PyExc_SyntaxError()
        case .systemError: CPythonShims_PyExc_SystemError()
        case .systemExit: CPythonShims_PyExc_SystemExit()
        case .typeError: CPythonShims_PyExc_TypeError()
        case .valueError: CPythonShims_PyExc_ValueError()
        }
    }
}
