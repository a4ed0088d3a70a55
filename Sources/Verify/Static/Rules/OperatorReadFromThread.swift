/// An operator read off the main thread; reading is no safer than writing.
package enum OperatorReadFromThread: Rule {
    package static let id = "TH102"
    package static let name = "OperatorReadFromThread"
    package static let title = "an operator is read off the main thread"
    package static let severity = Severity.error
    package static let help =
        "Read it on the main thread before the thread starts, and hand the plain value over."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.operatorTouches.filter { touch in
            !touch.isWrite
                && analysis.offMain[touch.function].map(OperatorInLibraryCallback.covers) != true
        }.map { touch in
            finding(
                "\(touch.function.name) runs on a thread and reads an operator here.",
                at: touch.expression.span, in: touch.function.script,
                notes: analysis.notes(onStartOf: touch.function))
        }
    }
}
