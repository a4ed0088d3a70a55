/// Python code that runs on a thread which Python did not start.
package enum ForeignThread: RunTimeRule {
    package static let id = "TH609"
    package static let name = "ForeignThread"
    package static let title = "a library calls Python on a thread of its own making"
    package static let severity = Severity.info
    package static let help =
        "Put what the callback was told into a queue, and let the main thread take it out."
    package static let finder = "understudy run, by its guard"
}
