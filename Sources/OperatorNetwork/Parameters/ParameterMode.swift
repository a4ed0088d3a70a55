/// Where a parameter's value comes from, spelled as TouchDesigner's `ParMode`.
///
/// - Source: <https://docs.derivative.ca/Parameter_Mode>
package nonisolated enum ParameterMode: String, Sendable, CaseIterable {
    case constant = "CONSTANT"
    case expression = "EXPRESSION"
    case export = "EXPORT"
    case bind = "BIND"
}
