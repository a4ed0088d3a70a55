/// An operator used in a function that looks like a callback of TouchDesigner's and is a library's.
package enum OperatorInLibraryCallback: Rule {
    package static let id = "TH104"
    package static let name = "OperatorInLibraryCallback"
    package static let title = "an operator is used in a library's callback"
    package static let severity = Severity.error
    package static let help =
        "Put what the callback was told into a queue, and touch the operator in a function that "
        + "polls the queue each frame."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.operatorTouches.compactMap { touch in
            guard let start = analysis.offMain[touch.function], Self.covers(start) else {
                return nil
            }
            return finding(
                "\(touch.function.name) is called by a library on a thread of its own, and uses an "
                    + "operator here.",
                at: touch.expression.span, in: touch.function.script,
                notes: analysis.notes(onStartOf: touch.function))
        }
    }

    /// Whether a library calls what is started there: callbacks and request handlers.
    static func covers(_ start: ThreadStart) -> Bool {
        [.callback, .handler, .server].contains(start.kind)
    }
}
