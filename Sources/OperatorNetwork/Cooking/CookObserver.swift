/// Hears of cooks, right before and right after each.
///
/// - Thread: main
package protocol CookObserver: AnyObject {
    func willCook(_ node: Operator)
    func didCook(_ node: Operator)
}
