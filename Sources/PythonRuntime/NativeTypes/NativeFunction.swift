internal import CPython
internal import CPythonShims

/// A function or method written in Swift, as Python sees it.
final class NativeFunction {
    let name: String
    let thread: MemberThread
    let body: (NativeCall) throws(PythonError) -> PythonObject
    let documentation: String
    private let signatureText: String
    private var parsed: Signature?

    init(
        name: String, signature: String, documentation: String = "", thread: MemberThread,
        body: @escaping (NativeCall) throws(PythonError) -> PythonObject
    ) {
        self.name = name
        self.documentation = documentation
        signatureText = signature
        self.thread = thread
        self.body = body
    }

    /// The same function with another `__doc__`.
    func documented(_ documentation: String) -> NativeFunction {
        NativeFunction(
            name: name, signature: signatureText, documentation: documentation, thread: thread,
            body: body)
    }

    /// The parameters, read when the function is first called: most are never called in a run.
    func signature() throws(PythonError) -> Signature {
        if let parsed { return parsed }
        let signature = try Signature(signatureText)
        parsed = signature
        return signature
    }

    /// What `inspect.signature` reads.
    func textSignature(isMethod: Bool) -> String {
        let parameters = signatureText.replacing("=?", with: "=None")
        let separator = isMethod && !parameters.isEmpty ? ", " : ""
        return "(\(isMethod ? "$self" : "")\(separator)\(parameters))"
    }
}

/// What lies behind the object header of a native function object.
struct NativeFunctionTail {
    var vectorcall: vectorcallfunc?
    // SAFETY: retained when the object is made, released when it is deallocated.
    var function: Unmanaged<NativeFunction>
    /// The type whose method this is; nil for a plain function.
    ///
    /// - Reference: borrowed, and only ever compared
    var owner: UnsafeMutablePointer<PyTypeObject>?
}

/// The two Python types of native functions: methods take the object they were found on.
enum NativeFunctionTypes {
    // SAFETY: made once by the main thread under the GIL, read under the GIL.
    nonisolated(unsafe) static var plain: UnsafeMutablePointer<PyTypeObject>?
    // SAFETY: as above.
    nonisolated(unsafe) static var method: UnsafeMutablePointer<PyTypeObject>?

    static func make(
        _ function: NativeFunction, of owner: UnsafeMutablePointer<PyTypeObject>? = nil
    ) throws(PythonError) -> PythonObject {
        if plain == nil { try define() }
        let type = owner == nil ? plain : method
        guard let object = CPythonShims_tp_alloc(type) else { throw PythonError.take() }
        // SAFETY: the object was allocated with room for the tail; dealloc releases the function.
        var tail = NativeFunctionTail(
            vectorcall: nativeFunctionCall, function: Unmanaged.passRetained(function),
            owner: owner)
        if owner != nil { tail.vectorcall = nativeMethodCall }
        object.tail(as: NativeFunctionTail.self).initialize(to: tail)
        return PythonObject(stealing: object)
    }

    private static func define() throws(PythonError) {
        // SAFETY: a slot holds any function pointer as a raw pointer; CPython casts it back by id.
        let keep = unsafeBitCast(
            nativeFunctionKeep as descrgetfunc, to: UnsafeMutableRawPointer.self)
        // Without a `__get__` inspect.signature does not look at `__text_signature__`.
        plain = try type(
            "td.builtin_function", flags: 0, [PyType_Slot(slot: Py_tp_descr_get, pfunc: keep)])
        // SAFETY: as above.
        let bind = unsafeBitCast(nativeMethodBind as descrgetfunc, to: UnsafeMutableRawPointer.self)
        method = try type(
            "td.builtin_method", flags: UInt(Py_TPFLAGS_METHOD_DESCRIPTOR),
            [PyType_Slot(slot: Py_tp_descr_get, pfunc: bind)])
    }

    private static func type(
        _ name: StaticString, flags: UInt, _ slots: [PyType_Slot]
    ) throws(PythonError) -> UnsafeMutablePointer<PyTypeObject> {
        let offset = CPythonShims_offsetMember(
            permanentText("__vectorcalloffset__"), MemoryLayout<PyObject>.size)
        let members = permanent([offset, PyMemberDef()])
        var textSignature = PyGetSetDef()
        textSignature.name = permanentText("__text_signature__")
        textSignature.get = nativeFunctionTextSignature
        var functionName = PyGetSetDef()
        functionName.name = permanentText("__name__")
        functionName.get = nativeFunctionName
        var documentation = PyGetSetDef()
        documentation.name = permanentText("__doc__")
        documentation.get = nativeFunctionDocumentation
        let getters = permanent([textSignature, functionName, documentation, PyGetSetDef()])
        // SAFETY: slots hold function pointers as raw pointers; CPython casts them back by id.
        let call = unsafeBitCast(
            PyVectorcall_Call as ternaryfunc, to: UnsafeMutableRawPointer.self)
        // SAFETY: as above.
        let representation = unsafeBitCast(
            nativeFunctionRepresentation as reprfunc, to: UnsafeMutableRawPointer.self)
        // SAFETY: as above.
        let deallocate = unsafeBitCast(
            nativeFunctionDeallocate as destructor, to: UnsafeMutableRawPointer.self)
        return try makeHeapType(
            name: permanentText(String(describing: name)),
            size: MemoryLayout<PyObject>.size + MemoryLayout<NativeFunctionTail>.size,
            flags: flags | UInt(Py_TPFLAGS_HAVE_VECTORCALL)
                | UInt(Py_TPFLAGS_DISALLOW_INSTANTIATION), base: nil,
            slots: slots + [
                PyType_Slot(slot: Py_tp_members, pfunc: members),
                PyType_Slot(slot: Py_tp_getset, pfunc: getters),
                PyType_Slot(slot: Py_tp_call, pfunc: call),
                PyType_Slot(slot: Py_tp_repr, pfunc: representation),
                PyType_Slot(slot: Py_tp_dealloc, pfunc: deallocate),
            ])
    }
}

extension PythonObject {
    /// A Python function written in Swift.
    ///
    /// The garbage collector does not see what `body` captures: a body that keeps an object which keeps
    /// the function keeps both for ever.
    ///
    /// - Parameters:
    ///   - name: Its name, for error texts.
    ///   - signature: Its parameters, see ``Signature``.
    ///   - thread: Which threads may call it.
    ///   - body: What it does.
    /// - Returns: The function.
    /// - Throws: `MemoryError`.
    public static func function(
        _ name: String, _ signature: String = "", thread: MemberThread = .main,
        _ body: @escaping (NativeCall) throws(PythonError) -> PythonObject
    ) throws(PythonError) -> PythonObject {
        try NativeFunctionTypes.make(
            NativeFunction(name: name, signature: signature, thread: thread, body: body))
    }
}
