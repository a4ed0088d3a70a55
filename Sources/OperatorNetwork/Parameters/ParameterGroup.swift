/// Parameters that belong together, such as `Colorr Colorg Colorb`; mostly just one.
///
/// - Source: <https://docs.derivative.ca/ParGroup_Class>
package struct ParameterGroup {
    package let name: String
    package let parameters: [Parameter]
}
