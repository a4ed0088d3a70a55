/// An exception that some order of the threads brings.
package enum SomeOrderRaises: RunTimeRule {
    package static let id = "TH701"
    package static let name = "SomeOrderRaises"
    package static let title = "an exception comes in some order of the threads"
    package static let severity = Severity.error
    package static let help =
        "Look at the order that verify shows: what one thread relies on, another may not "
        + "have done yet, or undone."
    package static let finder = "understudy verify"
}
