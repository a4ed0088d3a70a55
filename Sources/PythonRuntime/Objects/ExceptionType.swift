internal import CPython
internal import CPythonShims

/// The built-in exception classes that Swift code names.
public enum ExceptionType: Sendable {
    case attributeError
    case indexError
    case keyboardInterrupt
    case keyError
    case overflowError
    case runtimeError
    case syntaxError
    case systemError
    case systemExit
    case typeError
    case valueError

    private var name: String {
        switch self {
        case .attributeError: "AttributeError"
        case .indexError: "IndexError"
        case .keyboardInterrupt: "KeyboardInterrupt"
        case .keyError: "KeyError"
        case .overflowError: "OverflowError"
        case .runtimeError: "RuntimeError"
        case .syntaxError: "SyntaxError"
        case .systemError: "SystemError"
        case .systemExit: "SystemExit"
        case .typeError: "TypeError"
        case .valueError: "ValueError"
        }
    }

    /// The class as a Python object.
    public var object: PythonObject {
        if let found = PyDict_GetItemString(Interpreter.builtinsDictionary, name) {
            return PythonObject(retaining: found)
        }
        return PythonObject(retaining: CPythonShims_PyExc_SystemError())
    }
}
