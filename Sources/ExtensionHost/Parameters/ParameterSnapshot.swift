internal import OperatorNetwork
internal import PythonRuntime

/// What was seen of a parameter at one moment.
struct ParameterSnapshot {
    /// A value: as the parameter holds it, or as its expression gave it.
    enum Seen {
        case held(ParameterValue)
        case given(PythonObject)
    }

    let value: Seen
    let mode: ParameterMode
    let expression: String
    let isEnabled: Bool
    /// The channel that is exported to the parameter, empty without one.
    let export: String

    /// What there is to see now.
    ///
    /// - Throws: What the expression raises that is in charge.
    init(of parameter: Parameter, asking asksEnable: Bool) throws(PythonError) {
        value =
            try parameter.mode == .constant
            ? .held(parameter.value) : .given(ParameterAccess.evaluate(parameter))
        mode = parameter.mode
        expression = parameter.mode == .bind ? parameter.bindExpression : parameter.expression
        export =
            parameter.mode == .export
            ? Host.current?.channelExports.source(of: parameter)?.path ?? "" : ""
        isEnabled = try asksEnable ? ParameterPlace.isEnabled(parameter) : true
    }

    /// The value as Python sees it.
    func object(of parameter: Parameter) throws(PythonError) -> PythonObject {
        switch value {
        case .held(let value): try ParameterAccess.python(value, of: parameter)
        case .given(let object): object
        }
    }

    /// Whether the value is that of another moment.
    func hasSameValue(
        as other: ParameterSnapshot, of parameter: Parameter
    ) throws(PythonError) -> Bool {
        if case .held(let one) = value, case .held(let second) = other.value {
            return one == second
        }
        let (one, second) = try (object(of: parameter), other.object(of: parameter))
        if one.isIdentical(to: second) { return true }
        return try PythonObject.module("operator").attribute("eq").call(one, second).isTrue()
    }
}
