/// A page of custom parameters of one COMP.
///
/// - Source: <https://docs.derivative.ca/Page_Class>
package final class CustomPage {
    package internal(set) var name: String
    /// The operator, `nil` once it is gone or the page was removed from it.
    package internal(set) weak var owner: Operator?
    /// The groups on this page, in order.
    package internal(set) var groups: [ParameterGroup] = []

    init(name: String, owner: Operator?) {
        self.name = name
        self.owner = owner
    }
}
