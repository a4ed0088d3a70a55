/// Hears of what goes wrong while operators cook and while the expressions of their parameters run.
///
/// - Thread: main
package protocol TroubleObserver: AnyObject {
    /// Called in the middle of a cook, so whoever hears it leaves the network as it is.
    func wentWrong(_ message: String, _ severity: OperatorCook.Severity, with node: Operator)
}
