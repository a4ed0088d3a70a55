internal import CPython
internal import CPythonShims
internal import OperatorNetwork
internal import PythonRuntime

// SAFETY: pointers in this file come from CPython's calls or from a living object's tail, and are used
// while the GIL is held and the caller keeps its reference; what is taken is given away once.

/// The short ways of `op.par`, `pars.name` and `pars['name']` on the main thread, which scripts use most.
///
/// Everything else, such as names that are no parameter's, goes to the members of `ParCollection`.
enum ParameterLookup {
    // SAFETY: set once by the main thread under the GIL, read under the GIL.
    nonisolated(unsafe) fileprivate static var formerAttribute: getattrofunc?
    // SAFETY: as above.
    nonisolated(unsafe) fileprivate static var formerSubscript: binaryfunc?
    private static let memory = ParameterMemory()

    /// `OP.par`.
    static var collection: NativeMember {
        .rawProperty(
            "par",
            // SAFETY: a C function of CPython's getter shape.
            get: unsafeBitCast(
                operatorParameterCollection as getter, to: UnsafeMutableRawPointer.self))
    }

    /// Puts the C functions before the members of the type.
    static func install(on type: NativeType) {
        let former = type.unsafePutBefore(
            // SAFETY: slots hold C functions as raw pointers.
            attribute: unsafeBitCast(
                parameterAttribute as getattrofunc, to: UnsafeMutableRawPointer.self),
            // SAFETY: as above.
            subscript: unsafeBitCast(
                parameterSubscript as binaryfunc, to: UnsafeMutableRawPointer.self))
        // SAFETY: what was in slots of these shapes.
        formerAttribute = unsafeBitCast(former.attribute, to: getattrofunc?.self)
        // SAFETY: as above.
        formerSubscript = unsafeBitCast(former.subscript, to: binaryfunc?.self)
    }

    /// A new object for the parameter of a name; nil when there is none or it takes more to tell.
    ///
    /// - Returns: A new reference.
    nonisolated fileprivate static func parameter(
        _ name: ObjectPointer, of collection: ObjectPointer, besides attributes: Bool
    ) -> ObjectPointer? {
        guard CPythonShims_onMainThread(), !CookFlag.isRecording,
            CPythonShims_PyUnicode_CheckExact(name),
            let payload = NativeType.unsafePayload(of: UnsafeMutableRawPointer(collection))
        else { return nil }
        // SAFETY: used by this thread alone, and not after the call.
        nonisolated(unsafe) let (name, collection, carried) = (name, collection, payload)
        return onNetwork {
            guard let node = carried as? Operator, node.isValid,
                let found = parameter(name, of: node, collection, besides: attributes),
                let made = TDModule.types.par.unsafeInstance(of: found)
            else { return nil }
            return made.assumingMemoryBound(to: PyObject.self)
        }
    }

    private static func parameter(
        _ name: ObjectPointer, of node: Operator, _ collection: ObjectPointer,
        besides attributes: Bool
    ) -> Parameter? {
        if let place = memory.place(of: name, node.type) {
            return node.parameters.builtIn(at: place)
        }
        // The attributes of the collection itself come first, unless in brackets.
        let isAttribute = _PyType_Lookup(CPythonShims_Py_TYPE(collection), name) != nil
        if isAttribute, attributes { return nil }
        guard let text = try? String(python: PythonObject(retaining: name)) else { return nil }
        guard let place = node.parameters.place(of: text) else { return node.parameters[text] }
        if !isAttribute { memory.remember(place, of: name, node.type) }
        return node.parameters.builtIn(at: place)
    }
}

@c nonisolated func operatorParameterCollection(
    _ object: ObjectPointer?, _ closure: UnsafeMutableRawPointer?
) -> ObjectPointer? {
    guard let object else { return nil }
    guard CPythonShims_onMainThread() || admitted(object, "par", .read) else { return nil }
    guard let node = object.tail(as: OperatorTail.self).pointee.node?.takeUnretainedValue() else {
        raise(TDErrors.invalidOperator)
        return nil
    }
    return onNetwork {
        TDModule.types.parCollection.unsafeInstance(of: node)?
            .assumingMemoryBound(to: PyObject.self)
    }
}

@c nonisolated func parameterAttribute(
    _ collection: ObjectPointer?, _ name: ObjectPointer?
) -> ObjectPointer? {
    guard let collection, let name else { return nil }
    if let found = ParameterLookup.parameter(name, of: collection, besides: true) { return found }
    return ParameterLookup.formerAttribute?(collection, name)
}

@c nonisolated func parameterSubscript(
    _ collection: ObjectPointer?, _ name: ObjectPointer?
) -> ObjectPointer? {
    guard let collection, let name else { return nil }
    if let found = ParameterLookup.parameter(name, of: collection, besides: false) { return found }
    return ParameterLookup.formerSubscript?(collection, name)
}
