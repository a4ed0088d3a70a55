internal import CPythonShims
internal import OperatorNetwork
internal import PythonRuntime

/// Where the built-in parameters that scripts have asked for last stand among those of their type.
///
/// A name is told by its address, a type too: the memory holds both, so that nothing else takes their
/// addresses. Custom parameters come and go, and are not in it.
///
/// - Thread: main, holding the GIL
final class ParameterMemory {
    private struct Entry {
        var name: ObjectPointer?
        var type: OperatorType?
        var place = 0
    }

    private var entries = [Entry](repeating: Entry(), count: 256)

    /// The place that is remembered for a name and a type.
    func place(of name: ObjectPointer, _ type: OperatorType) -> Int? {
        let index = Self.index(name, type)
        guard entries[index].name == name, entries[index].type === type else { return nil }
        return entries[index].place
    }

    /// Remembers a place.
    ///
    /// - Parameters:
    ///   - place: Where the parameter stands.
    ///   - name: An exact `str`, whose end runs no code.
    ///   - type: The type of the operator.
    func remember(_ place: Int, of name: ObjectPointer, _ type: OperatorType) {
        let index = Self.index(name, type)
        let former = entries[index].name
        entries[index] = Entry(name: CPythonShims_Py_NewRef(name), type: type, place: place)
        CPythonShims_Py_XDECREF(former)
    }

    private static func index(_ name: ObjectPointer, _ type: OperatorType) -> Int {
        // Objects lie 16 bytes apart at least.
        let address = UInt(bitPattern: name) >> 4
        let other = UInt(bitPattern: ObjectIdentifier(type)) >> 4
        return Int(bitPattern: (address ^ address >> 8 ^ other) % 256)
    }
}
