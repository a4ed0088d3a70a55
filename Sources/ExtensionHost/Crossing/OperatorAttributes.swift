internal import CPython
internal import CPythonShims
internal import PythonRuntime

// Attribute access of operators: the type's own members first, then what extensions promote. The
// members guard themselves; only the promoted part is guarded here, so that `__class__` and with it
// `isinstance` stay free for every thread.

@c nonisolated func operatorGetAttribute(
    _ object: ObjectPointer?, _ name: ObjectPointer?
) -> ObjectPointer? {
    guard let object, let name else { return nil }
    if name == FinderObject.attribute, CPythonShims_onMainThread(),
        let finder = object.tail(as: OperatorTail.self).pointee.finder
    {
        return CPythonShims_Py_NewRef(finder)
    }
    return attribute(of: object, name)
}

/// Every attribute but the `op` that was asked for before, which stands alone: as short as a C
/// programmer's.
@inline(never)
nonisolated private func attribute(
    of object: ObjectPointer, _ name: ObjectPointer
) -> ObjectPointer? {
    if name == FinderObject.attribute, CPythonShims_onMainThread(),
        let finder = operatorFinder(object)
    {
        return finder
    }
    if let found = PyObject_GenericGetAttr(object, name) { return found }
    guard PyErr_ExceptionMatches(CPythonShims_PyExc_AttributeError()) != 0 else { return nil }
    // Taken before anything else is asked of Python: the lookup of a type's member takes whatever is
    // raised for its own failure and clears it.
    let missing = CPythonShims_PyErr_GetRaisedException()
    // A member that is there has failed itself, as `module` does when the DAT's script raises.
    let isMember = CPythonShims_Py_TYPE(object).map { _PyType_Lookup($0, name) != nil } ?? false
    guard !isMember, let attribute = promotable(name), !attribute.hasPrefix("__") else {
        CPythonShims_PyErr_SetRaisedException(missing)
        return nil
    }
    defer { CPythonShims_Py_XDECREF(missing) }
    guard CPythonShims_onMainThread() || admitted(object, attribute, .read) else { return nil }
    let owner = PythonObject(retaining: object)
    return answering { () throws(PythonError) in try Promotion.value(attribute, of: owner) }
}

/// What `op` gives as an attribute, as a new reference: no method, which CPython would bind anew at each
/// call, because it looks for methods only where attributes are found its own way.
nonisolated private func operatorFinder(_ object: ObjectPointer) -> ObjectPointer? {
    guard object.tail(as: OperatorTail.self).pointee.node != nil else { return nil }
    let owner = PythonObject(retaining: object)
    // SAFETY: the reference that is taken is the caller's, as of every attribute.
    return onNetwork {
        (try? FinderObject.method(of: owner)).map { ObjectPointer(OpaquePointer($0.unsafeTake())) }
    }
}

@c nonisolated func operatorSetAttribute(
    _ object: ObjectPointer?, _ name: ObjectPointer?, _ value: ObjectPointer?
) -> CInt {
    guard let object, let name else { return -1 }
    if let type = CPythonShims_Py_TYPE(object), _PyType_Lookup(type, name) == nil, let value,
        let attribute = promotable(name)
    {
        guard CPythonShims_onMainThread() || admitted(object, attribute, .write) else { return -1 }
        let (owner, value) = (PythonObject(retaining: object), PythonObject(retaining: value))
        return answeringStatus { () throws(PythonError) in
            try Promotion.set(attribute, of: owner, to: value)
        }
    }
    return PyObject_GenericSetAttr(object, name, value)
}

/// The attribute's name as Swift text.
nonisolated private func promotable(_ name: ObjectPointer) -> String? {
    try? String(python: PythonObject(retaining: name))
}
