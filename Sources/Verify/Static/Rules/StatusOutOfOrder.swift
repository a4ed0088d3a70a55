/// A status that is told after a later one.
package enum StatusOutOfOrder: RunTimeRule {
    package static let id = "TH407"
    package static let name = "StatusOutOfOrder"
    package static let title = "two threads tell of one thing, and the last word may be the old one"
    package static let severity = Severity.warning
    package static let help =
        "Let one thread alone tell of a thing's status, or keep the status on the main thread."
    package static let finder = "understudy verify, with an --invariant"
}
