internal import CPython
internal import CPythonShims

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// The C tables that a type's members become.
///
/// CPython keeps pointers to them, so they live for ever.
struct MemberTables {
    let slots: [PyType_Slot]

    init(_ members: [NativeMember], offsets: [String: Int?]) {
        var properties: [PyGetSetDef] = []
        var methods: [PyMethodDef] = []
        for member in members {
            switch member.content {
            case .property(let property):
                properties.append(Self.entry(property))
            case .rawProperty(let name, let get, let set):
                var entry = PyGetSetDef()
                entry.name = permanentText(name)
                // SAFETY: the caller promises C functions of these shapes.
                entry.get = unsafeBitCast(get, to: getter.self)
                // SAFETY: as above.
                entry.set = set.map { unsafeBitCast($0, to: setter.self) }
                properties.append(entry)
            case .rawMethod(let name, let function, let flags):
                // SAFETY: the caller promises a C function of the shape that the flags tell.
                let function = unsafeBitCast(function, to: PyCFunction.self)
                methods.append(
                    PyMethodDef(
                        ml_name: permanentText(name), ml_meth: function, ml_flags: flags,
                        ml_doc: nil))
            case .method, .constant:
                break
            }
        }
        var slots = [
            PyType_Slot(slot: Py_tp_getset, pfunc: permanent(properties + [PyGetSetDef()])),
            PyType_Slot(slot: Py_tp_methods, pfunc: permanent(methods + [PyMethodDef()])),
        ]
        var table: [PyMemberDef] = []
        for case (let name, let offset?) in offsets {
            table.append(
                CPythonShims_offsetMember(
                    permanentText(name), MemoryLayout<PyObject>.size + offset))
        }
        if !table.isEmpty {
            slots.append(
                PyType_Slot(slot: Py_tp_members, pfunc: permanent(table + [PyMemberDef()])))
        }
        self.slots = slots
    }

    private static func entry(_ property: NativeProperty) -> PyGetSetDef {
        var entry = PyGetSetDef()
        entry.name = permanentText(property.name)
        if !property.documentation.isEmpty { entry.doc = permanentText(property.documentation) }
        entry.get = nativePropertyGet
        entry.set = property.set == nil ? nil : nativePropertySet
        // SAFETY: the table lives for ever, and so does the property it points to.
        entry.closure = Unmanaged.passRetained(property).toOpaque()
        return entry
    }
}

/// Copies values to memory that is never freed.
func permanent<Element>(_ elements: [Element]) -> UnsafeMutableRawPointer {
    // SAFETY: fully initialised here; CPython keeps the address for the life of the process.
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    memory.initialize(from: elements, count: elements.count)
    return UnsafeMutableRawPointer(memory)
}

/// Copies a text to memory that is never freed.
func permanentText(_ text: String) -> UnsafePointer<CChar>? {
    strdup(text).map { UnsafePointer($0) }
}

/// Makes a heap type.
func makeHeapType(
    name: UnsafePointer<CChar>?, size: Int, flags: UInt, base: PythonObject?,
    slots: [PyType_Slot]
) throws(PythonError) -> UnsafeMutablePointer<PyTypeObject> {
    var slots = slots + [PyType_Slot(slot: 0, pfunc: nil)]
    // SAFETY: CPython reads the buffer during the call only.
    let type = slots.withUnsafeMutableBufferPointer { slots in
        var spec = PyType_Spec(
            name: name, basicsize: CInt(size), itemsize: 0,
            flags: CUnsignedInt(UInt(Py_TPFLAGS_DEFAULT) | flags), slots: slots.baseAddress)
        return PyType_FromSpecWithBases(&spec, base?.pointer)
    }
    guard let type else { throw PythonError.take() }
    // SAFETY: a type object is a PyObject by CPython's layout rule.
    return UnsafeMutableRawPointer(type).assumingMemoryBound(to: PyTypeObject.self)
}
