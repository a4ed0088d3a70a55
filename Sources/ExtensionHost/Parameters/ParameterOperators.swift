internal import OperatorNetwork
internal import PythonRuntime

/// The operators that a parameter names.
///
/// - Source: <https://docs.derivative.ca/Par_Class>
enum ParameterOperators {
    /// What `eval()` gives: an operator, a list when there are several, or `None`.
    static func value(
        of text: String, for parameter: Parameter
    ) throws(PythonError) -> PythonObject {
        let found = find(text, for: parameter)
        guard found.count > 1 else { return try OperatorObject.objectOrNone(of: found.first) }
        return try found.python()
    }

    /// What `evalOPs()` gives.
    static func list(of parameter: Parameter) throws(PythonError) -> [PythonObject] {
        let isHeld = parameter.mode == .constant || parameter.mode == .export
        let value =
            try isHeld
            ? ParameterAccess.constant(of: parameter) : ParameterAccess.evaluate(parameter)
        return try operators(value, for: parameter)
    }

    private static func operators(
        _ value: PythonObject, for parameter: Parameter
    ) throws(PythonError) -> [PythonObject] {
        if OperatorObject.isOperator(value) { return [value] }
        if value.isString {
            return try find(String(python: value), for: parameter).map {
                node throws(PythonError) in try OperatorObject.object(of: node)
            }
        }
        guard value.isList || value.isTuple else { return [] }
        var found: [PythonObject] = []
        for element in try value.elements() { found += try operators(element, for: parameter) }
        return found
    }

    private static func find(_ text: String, for parameter: Parameter) -> [Operator] {
        guard !text.isEmpty, let owner = parameter.owner, let network = owner.network else {
            return []
        }
        let found: [Operator] =
            text.contains(where: { " *?[^".contains($0) })
            ? OperatorFinder(network).findAll(text, namedBy: owner)
            : network.find(text, namedBy: owner).map { [$0] } ?? []
        return found.filter { accepts($0, parameter.style) }
    }

    /// Whether a parameter of a style takes an operator: `COMP` takes no DAT.
    static func accepts(_ node: Operator, _ style: ParameterStyle) -> Bool {
        switch style {
        case .comp: node.type.family == .comp
        case .dat: node.type.family == .dat
        case .object: node.type.subType == "object"
        case .panelComp: node.type.subType == "panel"
        case .chop, .top, .sop, .mat, .pop: node.type.family.rawValue == style.rawValue
        case .topMulti: node.type.family.rawValue == "TOP"
        default: true
        }
    }
}
