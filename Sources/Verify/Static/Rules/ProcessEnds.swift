/// A schedule that ended with its process.
package enum ProcessEnds: RunTimeRule {
    package static let id = "TH704"
    package static let name = "ProcessEnds"
    package static let title = "the project ends its own process"
    package static let severity = Severity.error
    package static let help =
        "Let sys.exit() raise SystemExit on the main thread, and find out which library "
        + "ends or breaks the process."
    package static let finder = "understudy verify"
}
