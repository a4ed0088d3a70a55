/// What few parameters have: expressions, and what depends on the value.
final class ParameterDetails {
    var expression = ""
    var bindExpression = ""
    /// What was in charge before the present mode.
    var previousMode = ParameterMode.constant
    /// The value as something to depend on.
    var node: CookNode?
    /// What the expression in charge gave.
    var evaluated = ParameterValue.none
    /// What the evaluator keeps with the expression's value.
    var companion: AnyObject?
}
