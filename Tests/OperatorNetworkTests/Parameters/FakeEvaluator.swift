import OperatorNetwork

/// Evaluates expressions by looking them up, and writes down who asked.
final class FakeEvaluator: ExpressionEvaluator {
    struct UnknownExpression: Error {}

    var values: [String: ParameterValue] = [:]
    var onEvaluate: ((Parameter) throws -> Void)?

    func evaluate(_ expression: String, for parameter: Parameter) throws -> ParameterValue {
        try onEvaluate?(parameter)
        guard let value = values[expression] else { throw UnknownExpression() }
        return value
    }
}
