internal import CPython
internal import CPythonShims

/// CPython's own pointer to an object; the ownership is told by whoever hands it on.
typealias ObjectPointer = UnsafeMutablePointer<PyObject>

// SAFETY: the pointer never changes; its uses demand the GIL, and `deinit` defers without it.

/// A strong reference to a Python object: making one takes it, the last copy's end gives it back.
///
/// All members need the GIL; only letting go does not, see ``DeferredRelease``. Nothing else in this
/// module counts references.
public final class PythonObject: @unchecked Sendable {
    let pointer: ObjectPointer

    /// Takes over a new reference.
    init(stealing pointer: ObjectPointer) {
        self.pointer = pointer
    }

    /// Adds a reference to a borrowed one.
    init(retaining pointer: ObjectPointer) {
        self.pointer = CPythonShims_Py_NewRef(pointer)
    }

    deinit {
        if CPythonShims_PyGILState_Check() {
            CPythonShims_Py_DECREF(pointer)
        } else {
            DeferredRelease.add(pointer)
        }
    }

    /// Takes over a new reference that C code returned; throws what is raised when it is null.
    static func adopt(_ pointer: ObjectPointer?) throws(PythonError) -> PythonObject {
        guard let pointer else { throw PythonError.take() }
        return PythonObject(stealing: pointer)
    }

    /// Checks a status that C code returned; throws what is raised when it is negative.
    static func check(_ status: CInt) throws(PythonError) {
        guard status >= 0 else { throw PythonError.take() }
    }

    /// The object's address, for C code that is given it.
    ///
    /// - Reference: borrowed, valid while this object lives
    public var unsafePointer: UnsafeMutableRawPointer { UnsafeMutableRawPointer(pointer) }

    /// Adds a reference to an object of C code.
    ///
    /// - Parameter raw: A valid object; the caller keeps its own reference.
    public convenience init(unsafeRetaining raw: UnsafeMutableRawPointer) {
        // SAFETY: the caller promises an object.
        self.init(retaining: raw.assumingMemoryBound(to: PyObject.self))
    }

    /// Takes over a new reference that C code made.
    ///
    /// - Parameter raw: A valid object whose reference the caller gives away.
    public convenience init(unsafeStealing raw: UnsafeMutableRawPointer) {
        // SAFETY: the caller promises an object.
        self.init(stealing: raw.assumingMemoryBound(to: PyObject.self))
    }

    /// A new reference for C code, which must let it go.
    ///
    /// A method and not a use of `pointer` from outside: Swift keeps `self` alive over the call, while
    /// a temporary object could be gone before its pointer is used.
    func newReference() -> ObjectPointer { CPythonShims_Py_NewRef(pointer) }

    /// Gives a new reference to C code, which must let it go.
    ///
    /// - Reference: new
    public func unsafeTake() -> UnsafeMutableRawPointer { UnsafeMutableRawPointer(newReference()) }

    /// Python's `None`.
    public static var none: PythonObject { PythonObject(retaining: CPythonShims_Py_None()) }

    /// Whether this is Python's `None`.
    public var isNone: Bool { pointer == CPythonShims_Py_None() }

    /// Tells the object's type from all others, as long as it is alive.
    public var typeIdentity: Int { Int(bitPattern: CPythonShims_Py_TYPE(pointer)) }

    /// Python's `NotImplemented`, which an operator method returns to let the other side try.
    public static var notImplemented: PythonObject {
        PythonObject(retaining: CPythonShims_Py_NotImplemented())
    }

    /// Python's `is`.
    ///
    /// - Parameter other: The object to compare with.
    /// - Returns: Whether both are one object.
    public func isIdentical(to other: PythonObject) -> Bool { pointer == other.pointer }

    /// Python's `type(self)`.
    public var type: PythonObject {
        // SAFETY: a type object is a PyObject by CPython's layout rule.
        PythonObject(unsafeRetaining: UnsafeMutableRawPointer(CPythonShims_Py_TYPE(pointer)))
    }

    /// The type's name without its module, as error texts tell it.
    public var typeName: String {
        (try? type.attribute("__name__").text()) ?? "?"
    }

    /// Python's `bool(self)`.
    ///
    /// - Throws: What `__bool__` or `__len__` raised.
    public func isTrue() throws(PythonError) -> Bool {
        let answer = PyObject_IsTrue(pointer)
        try Self.check(answer)
        return answer == 1
    }

    /// Python's `isinstance(self, type)`.
    ///
    /// - Parameter type: A class, or a tuple of classes.
    /// - Returns: Whether it is an instance.
    /// - Throws: What the check raised.
    public func isInstance(of type: PythonObject) throws(PythonError) -> Bool {
        let answer = PyObject_IsInstance(pointer, type.pointer)
        try Self.check(answer)
        return answer == 1
    }

    /// Whether both are one object or `self == other`, which is how containers compare.
    ///
    /// - Parameter other: The object to compare with.
    /// - Returns: Whether they are equal.
    /// - Throws: What the comparison raised.
    public func isEqual(to other: PythonObject) throws(PythonError) -> Bool {
        let answer = PyObject_RichCompareBool(pointer, other.pointer, Py_EQ)
        try Self.check(answer)
        return answer == 1
    }

    /// Python's `str(self)`.
    ///
    /// - Throws: What `__str__` raised.
    public func text() throws(PythonError) -> String {
        try String(python: Self.adopt(PyObject_Str(pointer)))
    }

    /// Python's `repr(self)`.
    ///
    /// - Throws: What `__repr__` raised.
    public func representation() throws(PythonError) -> String {
        try String(python: Self.adopt(PyObject_Repr(pointer)))
    }
}
