/// `run()` called by a thread.
///
/// - Source: <https://docs.derivative.ca/Run_Command_Examples>
package enum RunFromThread: Rule {
    package static let id = "TH105"
    package static let name = "RunFromThread"
    package static let title = "run() is called off the main thread"
    package static let severity = Severity.info
    package static let help =
        "Put the call's arguments into a queue and make the call in the function that polls it; "
        + "current TouchDesigner builds can be harmed by run() from a thread."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard call.isCall(of: ["td.run"]), let function = call.inside,
                analysis.offMain[function] != nil
            else { return nil }
            return finding(
                "\(function.name) runs on a thread and calls run() here.",
                at: call.expression.span, in: call.script,
                notes: analysis.notes(onStartOf: function))
        }
    }
}
