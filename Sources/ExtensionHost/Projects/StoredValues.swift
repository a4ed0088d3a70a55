internal import OperatorNetwork
internal import PythonRuntime

/// What storage holds, as values that a project file can hold.
///
/// What no file can hold (operators, threads, objects of classes) is left out, as Embody leaves it
/// out; so is what contains itself.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#operator-storage>
enum StoredValues {
    private static let deepest = 100

    /// Everything in the storage of an operator that can be kept, in order.
    static func all(of node: Operator) -> [NamedValue] {
        do throws(PythonError) {
            return try entries(OperatorObject.storage(of: node), depth: 0) ?? []
        } catch {
            return []
        }
    }

    /// A Python object as a value of a file; nil when no file can hold it.
    ///
    /// - Throws: What iterating over a container raised.
    static func value(
        _ object: PythonObject, depth: Int = 0
    ) throws(PythonError) -> PlainValue? {
        guard depth < deepest else { return nil }
        if object.isNone { return .null }
        if object.isBool { return .bool(try object.isTrue()) }
        // A number too large for 64 bits is left out rather than kept inexactly.
        if object.isInt { return (try? Int(python: object)).map { .int($0) } }
        if object.isFloat { return .double(try Double(python: object)) }
        if object.isString { return try text(object).map { .string($0) } }
        if object.isBytes { return .bytes(try object.elements().map(byte)) }
        if object.isList { return try values(object, depth: depth).map { .list($0) } }
        if object.isTuple { return try values(object, depth: depth).map { .tuple($0) } }
        if object.isDictionary { return try entries(object, depth: depth).map { .dictionary($0) } }
        guard try object.type.attribute("__name__").text() == "set" else { return nil }
        let sorted = try values(object, depth: depth)?.sorted { "\($0)" < "\($1)" }
        return sorted.map { .set($0) }
    }

    /// Half a surrogate pair is text for Python, and for no file.
    private static func text(_ object: PythonObject) throws(PythonError) -> String? {
        guard (try? object.callMethod("encode")) != nil else { return nil }
        return try String(python: object)
    }

    private static func byte(_ object: PythonObject) throws(PythonError) -> UInt8 {
        UInt8(truncatingIfNeeded: try Int(python: object))
    }

    private static func values(
        _ object: PythonObject, depth: Int
    ) throws(PythonError) -> [PlainValue]? {
        var values: [PlainValue] = []
        for element in try object.elements() {
            guard let value = try value(element, depth: depth + 1) else { return nil }
            values.append(value)
        }
        return values
    }

    /// The entries of a dictionary; at the top, those that cannot be kept are left out one by one.
    private static func entries(
        _ object: PythonObject, depth: Int
    ) throws(PythonError) -> [NamedValue]? {
        var entries: [NamedValue] = []
        for (key, element) in try object.pairs() {
            if key.isString, let value = try value(element, depth: depth + 1) {
                entries.append(NamedValue(try String(python: key), value))
            } else if depth > 0 {
                return nil
            }
        }
        return entries
    }
}
