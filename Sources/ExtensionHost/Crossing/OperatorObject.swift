internal import CPython
internal import CPythonShims
internal import OperatorNetwork
internal import PythonRuntime

// SAFETY: pointers in this file come from CPython's calls or from a living object's tail, and are used
// while the GIL is held and the caller keeps its reference; what is taken is given away once.

/// What an operator's Python object holds behind the object header.
nonisolated struct OperatorTail {
    /// The operator; nil once it is destroyed.
    var node: Unmanaged<Operator>?
    /// A DAT's cells, which the fast paths read without asking the operator.
    var table: UnsafeMutablePointer<TableStorage>?
    /// The children of a COMP that were asked for, by name, a `dict`; nil before the first.
    var children: ObjectPointer?
    /// What `op` gives as an attribute; nil before the first time.
    var finder: ObjectPointer?
    /// What `store` keeps, a `dict`.
    var storage: ObjectPointer?
    /// A COMP's extension objects, a `list`; nil until they are compiled.
    var extensions: ObjectPointer?
    var weakReferences: ObjectPointer?
}

/// The one Python object of each operator.
///
/// It is made when Python first asks for the operator, so that a large network that no script touches
/// costs Python nothing. The operator holds it as its peer, and it holds the operator, until the
/// operator is destroyed: then both let go, and every member of what Python still has says that the
/// operator is gone.
enum OperatorObject {
    // SAFETY: set once by the main thread under the GIL, read under the GIL.
    nonisolated(unsafe) static var base: UnsafeMutablePointer<PyTypeObject>?

    static var slots: [NativeSlot] {
        [
            // SAFETY: slots hold C functions as raw pointers; CPython casts them back by id.
            NativeSlot(
                Py_tp_dealloc,
                unsafeBitCast(operatorDeallocate as destructor, to: UnsafeMutableRawPointer.self)),
            // SAFETY: as above.
            NativeSlot(
                Py_tp_traverse,
                unsafeBitCast(operatorTraverse as traverseproc, to: UnsafeMutableRawPointer.self)),
            // SAFETY: as above.
            NativeSlot(
                Py_tp_clear,
                unsafeBitCast(operatorClear as inquiry, to: UnsafeMutableRawPointer.self)),
            // SAFETY: as above.
            NativeSlot(
                Py_tp_getattro,
                unsafeBitCast(
                    operatorGetAttribute as getattrofunc, to: UnsafeMutableRawPointer.self)),
            // SAFETY: as above.
            NativeSlot(
                Py_tp_setattro,
                unsafeBitCast(
                    operatorSetAttribute as setattrofunc, to: UnsafeMutableRawPointer.self)),
        ]
    }

    /// Remembers the type that all operator objects descend from.
    static func setBase(_ type: NativeType) {
        base = type.object.unsafePointer.assumingMemoryBound(to: PyTypeObject.self)
    }

    /// The object of a living operator, made when it is first asked for.
    static func object(of node: Operator) throws(PythonError) -> PythonObject {
        if let peer = node.peer { return PythonObject(unsafeRetaining: peer) }
        guard node.isValid, let network = node.network, network === Host.current?.network else {
            throw TDErrors.error("Invalid OP object: \(node.name) has been destroyed.")
        }
        let object = try TDModule.types.type(of: node.type).unsafeAllocate()
        let tail = object.objectPointer.tail(as: OperatorTail.self)
        // SAFETY: released in `release`, when the operator is destroyed.
        tail.pointee.node = Unmanaged.passRetained(node)
        tail.pointee.table = node.type.makesOutput ? nil : node.ownContent?.table.storage
        node.peer = object.unsafeTake()
        return object
    }

    /// Enters a child of a COMP, which was asked for by its name, where it is found at once.
    ///
    /// Neither an operator that goes nor a utility operator is entered.
    static func remember(_ child: Operator, _ name: PythonObject) {
        guard !child.isBeingDestroyed, !child.flags.contains(.utility), let parent = child.parent,
            let place = try? object(of: parent), let object = try? object(of: child)
        else { return }
        let tail = place.objectPointer.tail(as: OperatorTail.self)
        if tail.pointee.children == nil, let made = try? PythonObject.dictionary() {
            tail.pointee.children = ObjectPointer(OpaquePointer(made.unsafeTake()))
        }
        try? children(of: parent)?.setItem(name, to: object)
    }

    /// Takes a name out of what a COMP remembers of its children.
    static func forget(_ name: String, in parent: Operator) {
        guard let children = children(of: parent) else { return }
        FinderMemory.childrenVersion &+= 1
        _ = try? children.callMethod("pop", name.python(), .none)
    }

    /// The object of an operator, or `None`.
    static func objectOrNone(of node: Operator?) throws(PythonError) -> PythonObject {
        guard let node else { return .none }
        return try object(of: node)
    }

    /// Whether a Python object is an operator, living or not.
    nonisolated static func isOperator(_ object: PythonObject) -> Bool {
        PyType_IsSubtype(CPythonShims_Py_TYPE(object.objectPointer), base) != 0
    }

    /// The operator behind a Python object; nil when the object is none or the operator is destroyed.
    static func node(ofAny object: PythonObject) -> Operator? {
        guard isOperator(object) else { return nil }
        // SAFETY: operator objects have this tail; the operator lives as long as the entry is set.
        return object.objectPointer.tail(as: OperatorTail.self).pointee.node?.takeUnretainedValue()
    }

    /// The operator behind an operator object.
    static func node(of object: PythonObject) throws(PythonError) -> Operator {
        guard let node = node(ofAny: object) else { throw TDErrors.invalidOperator }
        return node
    }

    /// Lets the object of a destroyed operator go; what Python still holds of it is then stale.
    static func release(_ node: Operator) {
        guard let peer = node.peer else { return }
        node.peer = nil
        // SAFETY: the peer is the reference that `make` gave away.
        let object = PythonObject(unsafeStealing: peer)
        let tail = object.objectPointer.tail(as: OperatorTail.self)
        tail.pointee.node?.release()
        tail.pointee.node = nil
        tail.pointee.table = nil
        _ = operatorClear(object.objectPointer)
    }

    /// The dictionary behind `store` and `fetch`, made on first use.
    static func storage(of node: Operator) throws(PythonError) -> PythonObject {
        if let storage = field(\.storage, of: node) { return storage }
        _ = try object(of: node)
        let storage: PythonObject
        if let copied = madeStorage(of: node) {
            storage = copied
        } else {
            storage = try PythonObject.dictionary()
            for entry in node.startStorage {
                try storage.setItem(entry.name, to: entry.value.python())
            }
        }
        setField(\.storage, of: node, to: storage)
        node.copiedStorage = nil
        return storage
    }

    /// That dictionary, if it has been used or came along with a copy.
    static func madeStorage(of node: Operator) -> PythonObject? {
        field(\.storage, of: node) ?? node.copiedStorage as? PythonObject
    }

    /// Puts a COMP's extension objects where the garbage collector sees them.
    static func setExtensions(_ list: PythonObject?, of node: Operator) {
        if list != nil { _ = try? object(of: node) }
        setField(\.extensions, of: node, to: list)
    }

    /// What a COMP remembers of its children.
    private static func children(of node: Operator) -> PythonObject? {
        field(\.children, of: node)
    }

    private static func field(
        _ field: KeyPath<OperatorTail, ObjectPointer?>, of node: Operator
    ) -> PythonObject? {
        guard let peer = node.peer else { return nil }
        // SAFETY: the peer of a living operator is its operator object.
        let object = peer.assumingMemoryBound(to: PyObject.self)
        return object.tail(as: OperatorTail.self).pointee[keyPath: field]
            .map { PythonObject(retaining: $0) }
    }

    private static func setField(
        _ field: WritableKeyPath<OperatorTail, ObjectPointer?>, of node: Operator,
        to value: PythonObject?
    ) {
        guard let peer = node.peer else { return }
        // SAFETY: the peer of a living operator is its operator object.
        let tail = peer.assumingMemoryBound(to: PyObject.self).tail(as: OperatorTail.self)
        let old = tail.pointee[keyPath: field]
        tail.pointee[keyPath: field] = value.map { ObjectPointer(OpaquePointer($0.unsafeTake())) }
        CPythonShims_Py_XDECREF(old)
    }
}

@c nonisolated func operatorTraverse(
    _ object: ObjectPointer?, _ visit: visitproc?, _ argument: UnsafeMutableRawPointer?
) -> CInt {
    guard let object, let visit else { return 0 }
    let tail = object.tail(as: OperatorTail.self).pointee
    for held in [tail.children, tail.finder, tail.storage, tail.extensions] {
        let status = CPythonShims_Py_VISIT(held, visit, argument)
        if status != 0 { return status }
    }
    // SAFETY: a type object is a PyObject by CPython's layout rule; heap instances visit their type.
    let type = UnsafeMutableRawPointer(CPythonShims_Py_TYPE(object))?
        .assumingMemoryBound(to: PyObject.self)
    return CPythonShims_Py_VISIT(type, visit, argument)
}

@c nonisolated func operatorClear(_ object: ObjectPointer?) -> CInt {
    guard let object else { return 0 }
    let tail = object.tail(as: OperatorTail.self)
    let held = [
        tail.pointee.children, tail.pointee.finder, tail.pointee.storage, tail.pointee.extensions,
    ]
    FinderMemory.childrenVersion &+= 1
    tail.pointee.children = nil
    tail.pointee.finder = nil
    tail.pointee.storage = nil
    tail.pointee.extensions = nil
    held.forEach { CPythonShims_Py_XDECREF($0) }
    return 0
}

@c nonisolated func operatorDeallocate(_ object: ObjectPointer?) {
    guard let object else { return }
    PyObject_GC_UnTrack(object)
    PyObject_ClearWeakRefs(object)
    _ = operatorClear(object)
    CPythonShims_tp_free(object)
}
