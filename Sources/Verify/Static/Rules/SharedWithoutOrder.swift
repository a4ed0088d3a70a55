/// A value that one thread writes and another reads, with nothing that says which comes first.
package enum SharedWithoutOrder: RunTimeRule {
    package static let id = "TH503"
    package static let name = "SharedWithoutOrder"
    package static let title = "threads share a value and nothing orders them"
    package static let severity = Severity.warning
    package static let help = "Hand it over through a queue, or hold one lock around both."
    package static let finder = "understudy verify"
}
