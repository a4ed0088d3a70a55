internal import CPython
internal import CPythonShims
internal import OperatorNetwork
internal import PythonRuntime

// SAFETY: pointers in this file come from CPython's calls or from a living object's tail, and are used
// while the GIL is held and the caller keeps its reference; what is taken is given away once.

/// What an `op` object holds: the COMP inside which it looks, and for whom.
nonisolated struct FinderTail {
    var vectorcall: vectorcallfunc?
    /// The COMP's object; nil looks from the root.
    var origin: ObjectPointer?
    /// The object of the operator whose script this is, whose children `./name` means.
    var me: ObjectPointer?
    var memory: FinderMemory?
}

/// The `op` of one script: a call looks up operators, an attribute a global shortcut.
enum FinderObject {
    static var slots: [NativeSlot] {
        [
            // SAFETY: slots hold C functions as raw pointers; CPython casts them back by id.
            NativeSlot(
                Py_tp_dealloc,
                unsafeBitCast(finderDeallocate as destructor, to: UnsafeMutableRawPointer.self)),
            // SAFETY: as above.
            NativeSlot(
                Py_tp_traverse,
                unsafeBitCast(finderTraverse as traverseproc, to: UnsafeMutableRawPointer.self)),
            // SAFETY: as above.
            NativeSlot(
                Py_tp_call,
                unsafeBitCast(PyVectorcall_Call as ternaryfunc, to: UnsafeMutableRawPointer.self)),
        ]
    }

    /// `OP.op`, which looks inside that operator.
    static var method: NativeMember {
        .rawMethod(
            "op",
            // SAFETY: a C function of the shape that the flags tell.
            function: unsafeBitCast(
                operatorFind as _PyCFunctionFastWithKeywords, to: UnsafeMutableRawPointer.self),
            flags: METH_FASTCALL | METH_KEYWORDS)
    }

    // SAFETY: set once by the main thread under the GIL, read under the GIL.
    /// The one text 'op' of names in code, by which the attribute is known.
    nonisolated(unsafe) static private(set) var attribute: ObjectPointer?
    /// The type of what `COMP.op` gives, which has nothing but its call.
    private static var madeMethodType: NativeType?

    /// Learns the attribute's name, which the interpreter keeps.
    static func install() {
        if attribute == nil { attribute = PyUnicode_InternFromString("op") }
    }

    /// What `op` gives as an attribute of an operator: one finder for each, which finds again at once
    /// what it has found before.
    static func method(of owner: PythonObject) throws(PythonError) -> PythonObject {
        let tail = owner.objectPointer.tail(as: OperatorTail.self)
        if let finder = tail.pointee.finder { return PythonObject(retaining: finder) }
        let made = try make(methodType(), origin: owner)
        tail.pointee.finder = ObjectPointer(OpaquePointer(made.unsafeTake()))
        return made
    }

    private static func methodType() throws(PythonError) -> NativeType {
        if let madeMethodType { return madeMethodType }
        let made = try NativeType(
            "td.OPMethod", base: nil, documentation: "Finds operators inside another one.",
            tailSize: MemoryLayout<FinderTail>.size, vectorcallOffset: 0, slots: slots, members: [])
        madeMethodType = made
        return made
    }

    /// Makes a finder.
    static func make(
        _ type: NativeType, origin: PythonObject?, me: PythonObject? = nil
    ) throws(PythonError) -> PythonObject {
        let finder = try type.unsafeAllocate()
        finder.objectPointer.tail(as: FinderTail.self).pointee = FinderTail(
            vectorcall: finderCall,
            origin: origin.map { ObjectPointer(OpaquePointer($0.unsafeTake())) },
            me: me.map { ObjectPointer(OpaquePointer($0.unsafeTake())) }, memory: nil)
        return finder
    }
}

@c nonisolated func finderCall(
    _ finder: ObjectPointer?, _ arguments: UnsafePointer<ObjectPointer?>?, _ flags: Int,
    _ names: ObjectPointer?
) -> ObjectPointer? {
    guard let finder else { return nil }
    let tail = finder.tail(as: FinderTail.self)
    // Everything but the remembered name of a child stands in functions of its own, which keeps this
    // one as short as a C programmer's.
    if CPythonShims_onMainThread(), !CookFlag.isRecording,
        CPythonShims_PyVectorcall_NARGS(flags) == 1, names == nil,
        let name = arguments?.pointee, let found = tail.pointee.memory?.found(name)
    {
        return CPythonShims_Py_NewRef(found)
    }
    return find(
        tail.pointee.origin, tail.pointee.me, arguments, CPythonShims_PyVectorcall_NARGS(flags),
        names, tail)
}

@c nonisolated func operatorFind(
    _ object: ObjectPointer?, _ arguments: UnsafePointer<ObjectPointer?>?, _ count: Int,
    _ names: ObjectPointer?
) -> ObjectPointer? {
    find(object, nil, arguments, count, names, nil)
}

/// The name of a child that was found before is one dictionary lookup, a plain path is followed byte by
/// byte; patterns and the rest go through the network.
@inline(never)
nonisolated private func find(
    _ origin: ObjectPointer?, _ me: ObjectPointer?,
    _ arguments: UnsafePointer<ObjectPointer?>?, _ count: Int, _ names: ObjectPointer?,
    _ finder: UnsafeMutablePointer<FinderTail>?
) -> ObjectPointer? {
    guard CPythonShims_onMainThread() || admitted(origin, "op", .call) else { return nil }
    if count == 1, names == nil, !CookFlag.isRecording, let name = arguments?[0], let origin,
        CPythonShims_PyUnicode_CheckExact(name), CPythonShims_onMainThread()
    {
        if let children = origin.tail(as: OperatorTail.self).pointee.children {
            if let found = PyDict_GetItemWithError(children, name) {
                if let finder {
                    let memory = finder.pointee.memory ?? FinderMemory()
                    finder.pointee.memory = memory
                    memory.remember(found, name)
                }
                return CPythonShims_Py_NewRef(found)
            }
            if PyErr_Occurred() != nil { return nil }
        }
        if let found = followPath(name, from: origin) { return found }
    }
    return findSlowly(origin, me, arguments, count, names)
}

/// The operator that a path of plain names gives, as a new reference; nil for everything else.
nonisolated private func followPath(
    _ path: ObjectPointer, from origin: ObjectPointer
) -> ObjectPointer? {
    var count = 0
    guard let text = PyUnicode_AsUTF8AndSize(path, &count) else {
        PyErr_Clear()
        return nil
    }
    // SAFETY: used by this thread alone, and not after the call.
    nonisolated(unsafe) let bytes = UnsafeRawBufferPointer(start: text, count: count)
    // A leading dot may mean the operator whose script asks.
    guard let first = bytes.first, first != UInt8(ascii: "."), bytes.allSatisfy(isOfPlainPath)
    else { return nil }
    // SAFETY: as above.
    nonisolated(unsafe) let (origin, path) = (origin, path)
    return onNetwork {
        guard let start = origin.tail(as: OperatorTail.self).pointee.node?.takeUnretainedValue(),
            let network = start.network,
            let found = OperatorFinder(network).follow(bytes, from: start),
            !found.flags.contains(.utility), let object = try? OperatorObject.object(of: found)
        else { return nil }
        if found.parent === start, !bytes.contains(UInt8(ascii: "/")) {
            OperatorObject.remember(found, PythonObject(retaining: path))
        }
        return ObjectPointer(OpaquePointer(object.unsafeTake()))
    }
}

nonisolated private func isOfPlainPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "/"),
        UInt8(ascii: "."):
        true
    default: false
    }
}

@inline(never)
nonisolated private func findSlowly(
    _ origin: ObjectPointer?, _ me: ObjectPointer?,
    _ arguments: UnsafePointer<ObjectPointer?>?, _ count: Int, _ names: ObjectPointer?
) -> ObjectPointer? {
    var patterns: [PythonObject] = []
    for index in 0..<count {
        if let argument = arguments?[index] { patterns.append(PythonObject(retaining: argument)) }
    }
    var keywords: [(name: PythonObject, value: PythonObject)] = []
    for index in 0..<(names.map { CPythonShims_PyTuple_GET_SIZE($0) } ?? 0) {
        guard let name = CPythonShims_PyTuple_GET_ITEM(names, index),
            let value = arguments?[count + index]
        else { continue }
        keywords.append((PythonObject(retaining: name), PythonObject(retaining: value)))
    }
    let place = origin.map { PythonObject(retaining: $0) }
    let viewer = me.map { PythonObject(retaining: $0) }
    return answering { [patterns, keywords] () throws(PythonError) in
        var includesUtility = false
        for (name, value) in keywords {
            let keyword = try String(python: name)
            guard keyword == "includeUtility" else {
                throw PythonError(
                    .typeError, "op() got an unexpected keyword argument '\(keyword)'")
            }
            includesUtility = try value.isTrue()
        }
        return try OperatorSearch.first(
            patterns, from: place, seenFrom: viewer, includingUtility: includesUtility)
    }
}

@c nonisolated func finderTraverse(
    _ finder: ObjectPointer?, _ visit: visitproc?, _ argument: UnsafeMutableRawPointer?
) -> CInt {
    guard let finder, let visit else { return 0 }
    let tail = finder.tail(as: FinderTail.self).pointee
    for held in [tail.origin, tail.me] {
        let status = CPythonShims_Py_VISIT(held, visit, argument)
        if status != 0 { return status }
    }
    // SAFETY: a type object is a PyObject by CPython's layout rule; heap instances visit their type.
    let type = UnsafeMutableRawPointer(CPythonShims_Py_TYPE(finder))?
        .assumingMemoryBound(to: PyObject.self)
    return CPythonShims_Py_VISIT(type, visit, argument)
}

@c nonisolated func finderDeallocate(_ finder: ObjectPointer?) {
    guard let finder else { return }
    PyObject_GC_UnTrack(finder)
    let tail = finder.tail(as: FinderTail.self)
    let held = [tail.pointee.origin, tail.pointee.me]
    tail.pointee.origin = nil
    tail.pointee.me = nil
    tail.pointee.memory?.free()
    tail.pointee.memory = nil
    held.forEach { CPythonShims_Py_XDECREF($0) }
    CPythonShims_tp_free(finder)
}
