internal import OperatorNetwork
internal import PythonRuntime

/// A number as the position of its slider: 0 at `normMin`, 1 at `normMax`.
///
/// - Source: <https://docs.derivative.ca/Par_Class>
enum ParameterRange {
    /// `par.evalNorm()`.
    static func evaluate(_ parameter: Parameter) throws(PythonError) -> Double {
        try position(ParameterAccess.evaluate(parameter), of: parameter)
    }

    /// `par.normVal`.
    static func position(of parameter: Parameter) throws(PythonError) -> Double {
        try position(ParameterAccess.constant(of: parameter), of: parameter)
    }

    /// `par.normVal = position`.
    static func setPosition(
        of parameter: Parameter, to position: Double
    ) throws(PythonError) {
        try check(parameter)
        let range = ParameterBinding.definition(of: parameter)
        let span = range.normMaximum - range.normMinimum
        try ParameterAccess.set(parameter, (range.normMinimum + position * span).python())
    }

    private static func position(
        _ value: PythonObject, of parameter: Parameter
    ) throws(PythonError) -> Double {
        try check(parameter)
        let range = ParameterBinding.definition(of: parameter)
        let span = range.normMaximum - range.normMinimum
        guard span != 0 else { return 0 }
        return try (Double(python: value) - range.normMinimum) / span
    }

    private static func check(_ parameter: Parameter) throws(PythonError) {
        guard ![.float, .int, .toggle].contains(parameter.style.kind) else { return }
        throw TDErrors.error(
            "\(parameter.name) has style \(parameter.style.rawValue): only numbers have a slider.")
    }
}
