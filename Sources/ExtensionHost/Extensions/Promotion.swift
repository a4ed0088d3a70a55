internal import OperatorNetwork
internal import PythonRuntime

/// Capitalised members of promoted extensions, reachable on the COMP itself.
///
/// - Source: <https://docs.derivative.ca/Extensions>
enum Promotion {
    static func value(
        _ name: String, of object: PythonObject
    ) throws(PythonError) -> PythonObject {
        let node = try OperatorObject.node(of: object)
        // A Python attribute tells nobody when it changes.
        CookRecorder.noteUntold()
        for instance in try candidates(name, of: node) {
            if let value = try instance.attributeIfPresent(name) { return value }
        }
        throw TDErrors.noAttribute(name, of: node.type.name)
    }

    static func set(
        _ name: String, of object: PythonObject, to value: PythonObject
    ) throws(PythonError) {
        let node = try OperatorObject.node(of: object)
        for instance in try candidates(name, of: node)
        where try instance.attributeIfPresent(name) != nil {
            try instance.setAttribute(name, to: value)
            return
        }
        throw TDErrors.noAttribute(name, of: node.type.name)
    }

    private static func candidates(
        _ name: String, of node: Operator
    ) throws(PythonError) -> [PythonObject] {
        guard let first = name.unicodeScalars.first, first.properties.isUppercase else { return [] }
        return try Host.running.extensions.slots(of: node)
            .filter(\.declaration.promotes).compactMap(\.instance)
    }
}
