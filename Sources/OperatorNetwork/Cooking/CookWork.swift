/// What makes the value of a node.
///
/// - Thread: main
package protocol CookWork: AnyObject {
    /// What is brought up to date before the value is made, as what is wired into an operator.
    var prerequisites: [CookNode] { get }
    /// What messages call it: an operator's path, with the parameter's name where it is one.
    var cookName: String { get }

    /// Makes the value anew.
    ///
    /// - Returns: Whether it became another.
    /// - Throws: What readers of the value shall get.
    func cook() throws -> Bool
}
