internal import CPython
internal import CPythonShims

/// What lies behind the object header of an instance that carries a Swift object.
struct NativeInstanceTail {
    // SAFETY: retained when the instance is made, released when it is deallocated.
    var payload: Unmanaged<AnyObject>?
    var weakReferences: ObjectPointer?
}

/// A C function in one of CPython's type slots, for types whose speed counts.
public struct NativeSlot {
    let slot: PyType_Slot

    /// Names a slot.
    ///
    /// - Parameters:
    ///   - identifier: CPython's number of the slot, such as `Py_mp_subscript`.
    ///   - function: The C function; it checks the thread.
    public init(_ identifier: CInt, _ function: UnsafeMutableRawPointer) {
        slot = PyType_Slot(slot: identifier, pfunc: function)
    }
}

/// A Python type written in Swift.
public final class NativeType {
    /// The type object.
    public let object: PythonObject
    private let pointer: UnsafeMutablePointer<PyTypeObject>

    /// Defines a type; Python code cannot make instances of it, ``instance(of:)`` does.
    ///
    /// - Parameters:
    ///   - name: Its full name, such as `td.Par`.
    ///   - base: The type it extends.
    ///   - documentation: Its `__doc__`.
    ///   - members: Its properties and methods.
    /// - Throws: What CPython says against it.
    public convenience init(
        _ name: String, base: NativeType? = nil, documentation: String = "",
        members: [NativeMember] = []
    ) throws(PythonError) {
        // SAFETY: slots hold function pointers as raw pointers; CPython casts them back by id.
        let deallocate = unsafeBitCast(
            nativeInstanceDeallocate as destructor, to: UnsafeMutableRawPointer.self)
        // SAFETY: as above.
        let traverse = unsafeBitCast(
            nativeInstanceTraverse as traverseproc, to: UnsafeMutableRawPointer.self)
        try self.init(
            name, base: base, documentation: documentation,
            tailSize: MemoryLayout<NativeInstanceTail>.size,
            weakReferencesOffset: MemoryLayout<NativeInstanceTail>.offset(of: \.weakReferences),
            slots: [.init(Py_tp_dealloc, deallocate), .init(Py_tp_traverse, traverse)],
            members: members)
    }

    /// Defines a type with slots and a layout of its own.
    ///
    /// - Parameters:
    ///   - name: Its full name.
    ///   - base: The type it extends; the layout must begin as that one's.
    ///   - documentation: Its `__doc__`.
    ///   - tailSize: Bytes behind the object header.
    ///   - weakReferencesOffset: Where in the tail the weak references hang; nil for none.
    ///   - vectorcallOffset: Where in the tail the function for calls lies; nil when not callable so.
    ///   - slots: C functions for slots; a base type's are inherited.
    ///   - members: Its properties and methods.
    /// - Throws: What CPython says against it.
    public init(
        _ name: String, base: NativeType?, documentation: String, tailSize: Int,
        weakReferencesOffset: Int? = nil, vectorcallOffset: Int? = nil, slots: [NativeSlot],
        members: [NativeMember]
    ) throws(PythonError) {
        var allSlots = slots.map(\.slot)
        let tables = MemberTables(
            members,
            offsets: [
                "__weaklistoffset__": weakReferencesOffset,
                "__vectorcalloffset__": vectorcallOffset,
            ])
        allSlots += tables.slots
        // SAFETY: CPython copies the text and never writes to it.
        let text = UnsafeMutableRawPointer(mutating: permanentText(documentation))
        allSlots.append(PyType_Slot(slot: Py_tp_doc, pfunc: text))
        pointer = try makeHeapType(
            name: permanentText(name), size: MemoryLayout<PyObject>.size + tailSize,
            flags: UInt(Py_TPFLAGS_HAVE_GC) | UInt(Py_TPFLAGS_BASETYPE)
                | UInt(Py_TPFLAGS_DISALLOW_INSTANTIATION)
                | (vectorcallOffset == nil ? 0 : UInt(Py_TPFLAGS_HAVE_VECTORCALL)),
            base: base?.object, slots: allSlots)
        // SAFETY: a type object is a PyObject by CPython's layout rule; the reference is new.
        object = PythonObject(unsafeStealing: UnsafeMutableRawPointer(pointer))
        for member in members {
            switch member.content {
            case .method(let function):
                let method = try NativeFunctionTypes.make(function, of: pointer)
                try object.setAttribute(function.name, to: method)
            case .constant(let name, let value):
                try object.setAttribute(name, to: value)
            case .property, .rawProperty, .rawMethod:
                break
            }
        }
    }

    /// A new instance that carries a Swift object.
    ///
    /// - Parameter payload: The Swift object; it lives at least as long as the instance.
    /// - Returns: The instance.
    /// - Throws: `MemoryError`.
    public func instance(of payload: AnyObject) throws(PythonError) -> PythonObject {
        guard let made = CPythonShims_tp_alloc(pointer) else { throw PythonError.take() }
        // SAFETY: the instance has room for this tail; dealloc releases the payload.
        made.tail(as: NativeInstanceTail.self).pointee.payload = Unmanaged.passRetained(payload)
        return PythonObject(stealing: made)
    }

    /// A new instance that carries a Swift object, for C functions.
    ///
    /// - Parameter payload: The Swift object.
    /// - Returns: A new reference; nil with `MemoryError` raised.
    public func unsafeInstance(of payload: AnyObject) -> UnsafeMutableRawPointer? {
        guard let made = CPythonShims_tp_alloc(pointer) else { return nil }
        // SAFETY: the instance has room for this tail; dealloc releases the payload.
        made.tail(as: NativeInstanceTail.self).pointee.payload = Unmanaged.passRetained(payload)
        return UnsafeMutableRawPointer(made)
    }

    /// The Swift object that an instance carries, for C functions.
    ///
    /// - Parameter instance: An instance of a type without a layout of its own.
    /// - Returns: The object, borrowed from the instance.
    public static func unsafePayload(of instance: UnsafeMutableRawPointer) -> AnyObject? {
        // SAFETY: the caller promises this tail.
        instance.assumingMemoryBound(to: PyObject.self)
            .tail(as: NativeInstanceTail.self).pointee.payload?.takeUnretainedValue()
    }

    /// Puts C functions before those that the type's own members have made, for accesses whose speed
    /// counts; they call what they were put before for all that they don't know.
    ///
    /// - Parameters:
    ///   - attribute: A C `getattrofunc`.
    ///   - subscript: A C `binaryfunc`.
    /// - Returns: The functions that were there.
    public func unsafePutBefore(
        attribute: UnsafeMutableRawPointer, subscript: UnsafeMutableRawPointer
    ) -> (attribute: UnsafeMutableRawPointer?, subscript: UnsafeMutableRawPointer?) {
        let mapping = pointer.pointee.tp_as_mapping
        // SAFETY: C function pointers of the slots' shapes, as the caller promises.
        let former = (
            unsafeBitCast(pointer.pointee.tp_getattro, to: UnsafeMutableRawPointer?.self),
            // SAFETY: as above.
            unsafeBitCast(mapping?.pointee.mp_subscript, to: UnsafeMutableRawPointer?.self)
        )
        // SAFETY: as above.
        pointer.pointee.tp_getattro = unsafeBitCast(attribute, to: getattrofunc.self)
        // SAFETY: as above.
        mapping?.pointee.mp_subscript = unsafeBitCast(`subscript`, to: binaryfunc.self)
        return former
    }

    /// The Swift object that an instance of this type carries.
    ///
    /// - Parameters:
    ///   - object: A Python object.
    ///   - type: The Swift class.
    /// - Returns: Nil when `object` is no instance of this type.
    public func payload<Payload: AnyObject>(
        of object: PythonObject, as type: Payload.Type
    ) -> Payload? {
        guard PyType_IsSubtype(CPythonShims_Py_TYPE(object.pointer), pointer) != 0 else {
            return nil
        }
        // SAFETY: instances of this type have this tail; the payload lives as long as the instance.
        return object.pointer.tail(as: NativeInstanceTail.self).pointee.payload?
            .takeUnretainedValue() as? Payload
    }

    /// Whether an object is an instance of this type.
    ///
    /// - Parameter object: A Python object.
    /// - Returns: True for instances of types that extend this one, too.
    /// - Thread: any, holding the GIL
    public func isType(of object: PythonObject) -> Bool {
        PyType_IsSubtype(CPythonShims_Py_TYPE(object.pointer), pointer) != 0
    }

    /// A new instance with an empty tail of the type's own layout, for C code to fill.
    ///
    /// - Returns: A new reference whose tail is all zero.
    /// - Throws: `MemoryError`.
    public func unsafeAllocate() throws(PythonError) -> PythonObject {
        try PythonObject.adopt(CPythonShims_tp_alloc(pointer))
    }
}
