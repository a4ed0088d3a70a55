internal import CPython
internal import CPythonShims

// The only functions of this module that CPython calls. Each turns a thrown PythonError into a raised
// exception and a null result; each is nonisolated and checks the thread before Swift code runs.

extension ObjectPointer {
    /// What lies behind the object header.
    @inline(__always)
    func tail<Tail>(as type: Tail.Type) -> UnsafeMutablePointer<Tail> {
        // SAFETY: only called on instances of types whose size was declared with this tail.
        (UnsafeMutableRawPointer(self) + MemoryLayout<PyObject>.size)
            .assumingMemoryBound(to: type)
    }
}

/// Runs a body for CPython: its value as a new reference, or null with the exception raised.
@inline(__always)
func answering(_ body: () throws(PythonError) -> PythonObject) -> ObjectPointer? {
    do throws(PythonError) {
        return try body().newReference()
    } catch {
        error.raise()
        return nil
    }
}

private func call(
    _ callable: ObjectPointer?, _ arguments: UnsafePointer<ObjectPointer?>?, _ flags: Int,
    _ names: ObjectPointer?, isMethod: Bool
) -> ObjectPointer? {
    answering { () throws(PythonError) in
        guard let callable else { throw PythonError(.systemError, "a call of nothing") }
        // SAFETY: the function is kept by the callable, which the caller keeps.
        let tail = callable.tail(as: NativeFunctionTail.self).pointee
        // SAFETY: as above.
        let function = tail.function.takeUnretainedValue()
        let count = CPythonShims_PyVectorcall_NARGS(flags)
        var positional: [PythonObject] = []
        for index in 0..<count {
            if let argument = arguments?[index] {
                positional.append(PythonObject(retaining: argument))
            }
        }
        var keywords: [(String, PythonObject)] = []
        if let names {
            for index in 0..<CPythonShims_PyTuple_GET_SIZE(names) {
                guard let value = arguments?[count + index],
                    let name = CPythonShims_PyTuple_GET_ITEM(names, index)
                else { continue }
                keywords.append(
                    (
                        try String(python: PythonObject(retaining: name)),
                        PythonObject(retaining: value)
                    ))
            }
        }
        var owner: PythonObject?
        if isMethod {
            guard !positional.isEmpty else {
                throw PythonError(.typeError, "\(function.name)() needs an object to work on")
            }
            owner = try checked(positional.removeFirst(), tail.owner, function)
        }
        try ThreadAdmission.admit(
            owner, function.name, .call, function.thread, argument: positional.first)
        return try MemberWatch.watching(owner, function.name, function.thread) {
            () throws(PythonError) in
            try function.body(
                NativeCall(
                    function: function, owner: owner ?? .none, arguments: positional,
                    keywords: keywords))
        }
    }
}

/// What a method is called on, which `Type.method(object)` lets anyone choose.
private func checked(
    _ object: PythonObject, _ type: UnsafeMutablePointer<PyTypeObject>?, _ function: NativeFunction
) throws(PythonError) -> PythonObject {
    let actual = CPythonShims_Py_TYPE(object.pointer)
    if actual == type || PyType_IsSubtype(actual, type) != 0 { return object }
    throw PythonError(
        .typeError,
        "\(function.name)() belongs to another type and can't work on a "
            + "'\(object.typeName)' object")
}

@c func nativeFunctionCall(
    _ callable: ObjectPointer?, _ arguments: UnsafePointer<ObjectPointer?>?, _ flags: Int,
    _ names: ObjectPointer?
) -> ObjectPointer? {
    call(callable, arguments, flags, names, isMethod: false)
}

@c func nativeMethodCall(
    _ callable: ObjectPointer?, _ arguments: UnsafePointer<ObjectPointer?>?, _ flags: Int,
    _ names: ObjectPointer?
) -> ObjectPointer? {
    call(callable, arguments, flags, names, isMethod: true)
}

@c func nativeMethodBind(
    _ method: ObjectPointer?, _ object: ObjectPointer?, _ type: ObjectPointer?
) -> ObjectPointer? {
    guard let method else { return nil }
    guard let object else { return CPythonShims_Py_NewRef(method) }
    return PyMethod_New(method, object)
}

@c func nativeFunctionKeep(
    _ function: ObjectPointer?, _ object: ObjectPointer?, _ type: ObjectPointer?
) -> ObjectPointer? {
    function.map { CPythonShims_Py_NewRef($0) }
}

@c func nativeFunctionTextSignature(
    _ callable: ObjectPointer?, _ closure: UnsafeMutableRawPointer?
) -> ObjectPointer? {
    answering { () throws(PythonError) in
        guard let callable else { return .none }
        // SAFETY: the function is kept by the callable, which the caller keeps.
        let function = callable.tail(as: NativeFunctionTail.self).pointee.function
        let isMethod = CPythonShims_Py_TYPE(callable) == NativeFunctionTypes.method
        return try function.takeUnretainedValue().textSignature(isMethod: isMethod).python()
    }
}

@c func nativeFunctionName(
    _ callable: ObjectPointer?, _ closure: UnsafeMutableRawPointer?
) -> ObjectPointer? {
    answering { () throws(PythonError) in
        guard let callable else { return .none }
        // SAFETY: the function is kept by the callable, which the caller keeps.
        let function = callable.tail(as: NativeFunctionTail.self).pointee.function
        return try function.takeUnretainedValue().name.python()
    }
}

@c func nativeFunctionDocumentation(
    _ callable: ObjectPointer?, _ closure: UnsafeMutableRawPointer?
) -> ObjectPointer? {
    answering { () throws(PythonError) in
        guard let callable else { return .none }
        // SAFETY: the function is kept by the callable, which the caller keeps.
        let function = callable.tail(as: NativeFunctionTail.self).pointee.function
        let text = function.takeUnretainedValue().documentation
        return text.isEmpty ? .none : try text.python()
    }
}

@c func nativeFunctionRepresentation(_ callable: ObjectPointer?) -> ObjectPointer? {
    answering { () throws(PythonError) in
        guard let callable else { return .none }
        // SAFETY: the function is kept by the callable, which the caller keeps.
        let function = callable.tail(as: NativeFunctionTail.self).pointee.function
        return try "<built-in function \(function.takeUnretainedValue().name)>".python()
    }
}

@c func nativeFunctionDeallocate(_ callable: ObjectPointer?) {
    guard let callable else { return }
    // SAFETY: nobody has the function any more; it was retained when its object was made.
    callable.tail(as: NativeFunctionTail.self).pointee.function.release()
    CPythonShims_tp_free(callable)
}

@c func nativePropertyGet(
    _ object: ObjectPointer?, _ closure: UnsafeMutableRawPointer?
) -> ObjectPointer? {
    answering { () throws(PythonError) in
        guard let object, let closure else { throw PythonError(.systemError, "no object") }
        // SAFETY: the closure of a getset table is the property that made it, kept for ever.
        let property = Unmanaged<NativeProperty>.fromOpaque(closure).takeUnretainedValue()
        let owner = PythonObject(retaining: object)
        try ThreadAdmission.admit(owner, property.name, .read, property.thread)
        return try MemberWatch.watching(owner, property.name, property.thread) {
            () throws(PythonError) in try property.get(owner)
        }
    }
}

@c func nativePropertySet(
    _ object: ObjectPointer?, _ value: ObjectPointer?, _ closure: UnsafeMutableRawPointer?
) -> CInt {
    do throws(PythonError) {
        guard let object, let closure else { throw PythonError(.systemError, "no object") }
        // SAFETY: as in nativePropertyGet.
        let property = Unmanaged<NativeProperty>.fromOpaque(closure).takeUnretainedValue()
        let owner = PythonObject(retaining: object)
        try ThreadAdmission.admit(owner, property.name, .write, property.thread)
        guard let value, let set = property.set else {
            throw PythonError(.attributeError, "\(property.name) cannot be deleted")
        }
        try set(owner, PythonObject(retaining: value))
        return 0
    } catch {
        error.raise()
        return -1
    }
}

@c func nativeInstanceTraverse(
    _ object: ObjectPointer?, _ visit: visitproc?, _ argument: UnsafeMutableRawPointer?
) -> CInt {
    guard let object, let visit else { return 0 }
    // SAFETY: a type object is a PyObject by CPython's layout rule; heap instances visit their type.
    let type = UnsafeMutableRawPointer(CPythonShims_Py_TYPE(object))?
        .assumingMemoryBound(to: PyObject.self)
    return CPythonShims_Py_VISIT(type, visit, argument)
}

@c func nativeInstanceDeallocate(_ object: ObjectPointer?) {
    guard let object else { return }
    PyObject_GC_UnTrack(object)
    PyObject_ClearWeakRefs(object)
    // SAFETY: every type with this slot has a NativeInstanceTail, and its payload was retained when
    // the instance was made.
    let tail = object.tail(as: NativeInstanceTail.self)
    tail.pointee.payload?.release()
    tail.pointee.payload = nil
    CPythonShims_tp_free(object)
}
