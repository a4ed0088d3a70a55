internal import CPython
internal import CPythonShims

/// A Python exception as a Swift error.
///
/// It keeps the exception object itself, so raising it again in Python loses nothing.
///
/// - Thread: any, holding the GIL; only passing it on and letting it go need none
public struct PythonError: Error, CustomStringConvertible {
    /// The exception object.
    public let exception: PythonObject

    /// Takes an existing exception object.
    ///
    /// - Parameter exception: An instance of `BaseException`; any other object becomes a `TypeError`
    ///   that names its type, as `raise` makes of it.
    public init(exception: PythonObject) {
        let isException = CPythonShims_PyExceptionInstance_Check(exception.pointer)
        self.exception =
            isException
            ? exception
            : Self(
                .typeError, "exceptions must derive from BaseException, not \(exception.typeName)"
            ).exception
    }

    /// Makes a new exception.
    ///
    /// - Parameters:
    ///   - type: Its class.
    ///   - message: Its one argument.
    public init(_ type: ExceptionType, _ message: String) {
        self.init(type.object, message)
    }

    /// Makes a new exception of any exception class.
    ///
    /// - Parameters:
    ///   - type: Its class.
    ///   - message: Its one argument.
    public init(_ type: PythonObject, _ message: String) {
        do throws(PythonError) {
            self.init(exception: try type.call(message.python()))
        } catch {
            // The class refused one text argument: what it raised is the better report.
            self = error
        }
    }

    /// Takes the exception that is raised in this thread, leaving none raised.
    static func take() -> PythonError {
        if let raised = CPythonShims_PyErr_GetRaisedException() {
            return PythonError(exception: PythonObject(stealing: raised))
        }
        return PythonError(
            .systemError, "a C function of Python failed without raising an exception")
    }

    /// Raises this exception in the current thread, for a C function that then returns failure.
    func raise() {
        CPythonShims_PyErr_SetRaisedException(exception.newReference())
    }

    /// Whether the exception is an instance of the given class.
    ///
    /// - Parameter type: A built-in exception class.
    /// - Returns: True for its subclasses, too.
    public func isKind(of type: ExceptionType) -> Bool {
        PyErr_GivenExceptionMatches(exception.pointer, type.pointer) != 0
    }

    /// The class's name without its module, such as `KeyError`.
    public var typeName: String {
        exception.typeName
    }

    /// Python's `str(exception)`.
    public var message: String {
        (try? exception.text()) ?? "<the exception's __str__ raised>"
    }

    /// Where the exception came from, outermost frame first.
    public var traceback: Traceback { Traceback(of: exception) }

    /// The class and the message on one line, as the last line of a Python traceback.
    public var description: String {
        let text = message
        return text.isEmpty ? typeName : "\(typeName): \(text)"
    }
}
