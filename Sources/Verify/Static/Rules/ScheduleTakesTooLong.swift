/// A schedule that was given up for the time it took.
package enum ScheduleTakesTooLong: RunTimeRule {
    package static let id = "TH705"
    package static let name = "ScheduleTakesTooLong"
    package static let title = "one order of the threads does not come to its end in real time"
    package static let severity = Severity.error
    package static let help =
        "Compute less in the run that is explored, and call nothing in C that waits for "
        + "something else."
    package static let finder = "understudy verify"
}
