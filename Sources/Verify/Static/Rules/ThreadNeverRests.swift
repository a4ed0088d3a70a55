/// A schedule in which a thread goes on and on.
package enum ThreadNeverRests: RunTimeRule {
    package static let id = "TH703"
    package static let name = "ThreadNeverRests"
    package static let title = "a thread loops and never comes to an end"
    package static let severity = Severity.error
    package static let help =
        "Let the loop wait for what it needs: an event, a condition, a queue; and give it a "
        + "way to end."
    package static let finder = "understudy verify"
}
