/// An operator changed or called off the main thread.
///
/// - Source: <https://derivative.ca/UserGuide/Python_threading_in_TouchDesigner>
package enum OperatorAccessFromThread: Rule {
    package static let id = "TH101"
    package static let name = "OperatorAccessFromThread"
    package static let title = "an operator is used off the main thread"
    package static let severity = Severity.error
    package static let help =
        "Put the value into a queue in the thread, and touch the operator on the main thread, in a "
        + "function that polls the queue each frame."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.operatorTouches.filter { touch in
            touch.isWrite
                && analysis.offMain[touch.function].map(OperatorInLibraryCallback.covers) != true
        }.map { touch in
            finding(
                "\(touch.function.name) runs on a thread and uses an operator here.",
                at: touch.expression.span, in: touch.function.script,
                notes: analysis.notes(onStartOf: touch.function))
        }
    }
}
