/// Runs the Python functions that cooks call, for the layer above.
///
/// - Thread: main
package protocol CookCallbacks: AnyObject {
    /// Calls the `onCook` of an operator's callbacks DAT, if there is one.
    ///
    /// - Throws: What the code raised.
    func cookScript(of node: Operator) throws
}
