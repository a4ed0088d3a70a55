/// The network's only window to Python.
///
/// - Thread: main
package protocol ExpressionEvaluator: AnyObject {
    /// The value of an expression or bind expression, with the parameter's operator as `me`.
    ///
    /// - Throws: Whatever the expression raises.
    func evaluate(_ expression: String, for parameter: Parameter) throws -> ParameterValue
}
