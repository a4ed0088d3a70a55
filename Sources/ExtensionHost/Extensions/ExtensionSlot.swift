internal import OperatorNetwork
internal import PythonRuntime

/// One extension of a COMP: what its three parameters say, and the object that came of it.
struct ExtensionSlot {
    /// What the parameters say.
    struct Declaration: Equatable {
        let expression: String
        let name: String
        let promotes: Bool
    }

    let declaration: Declaration
    /// The object, nil when making it failed.
    let instance: PythonObject?
    /// The object's class, which names the extension when no name is given.
    let className: String

    /// The name by which `ext.Name` finds it.
    var name: String { declaration.name.isEmpty ? className : declaration.name }

    /// The declarations of a COMP, in order; blocks without an object are left out.
    ///
    /// - Source: <https://docs.derivative.ca/Extensions>
    static func declarations(of node: Operator) -> [Declaration] {
        guard node.type.family == .comp, let sequence = node.parameters.sequence(named: "ext")
        else {
            return []
        }
        var declarations: [Declaration] = []
        for block in sequence.blocks.indices {
            let expression = sequence.parameter("object", inBlock: block)?.value.text ?? ""
            guard !expression.isEmpty else { continue }
            declarations.append(
                Declaration(
                    expression: expression,
                    name: sequence.parameter("name", inBlock: block)?.value.text ?? "",
                    promotes: sequence.parameter("promote", inBlock: block)?.value == .bool(true)))
        }
        return declarations
    }
}
