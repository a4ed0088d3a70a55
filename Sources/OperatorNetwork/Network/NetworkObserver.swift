/// Hears of every change in a network, right after it happened.
///
/// - Thread: main
package protocol NetworkObserver: AnyObject {
    /// Called once for each change; may change the network itself.
    func network(_ network: Network, didMake change: NetworkChange)
}
