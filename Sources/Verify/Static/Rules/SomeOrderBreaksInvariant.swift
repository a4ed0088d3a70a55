/// A claim of the user's that some order of the threads breaks.
package enum SomeOrderBreaksInvariant: RunTimeRule {
    package static let id = "TH702"
    package static let name = "SomeOrderBreaksInvariant"
    package static let title = "what must always hold does not, in some order of the threads"
    package static let severity = Severity.error
    package static let help =
        "Let one thread alone change what belongs together, or hold one lock around all of "
        + "the change and the look."
    package static let finder = "understudy verify --invariant"
}
