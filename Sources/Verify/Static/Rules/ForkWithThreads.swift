/// A process forked while threads run.
///
/// - Source: <https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods>
package enum ForkWithThreads: Rule {
    package static let id = "TH610"
    package static let name = "ForkWithThreads"
    package static let title = "a process is forked while threads run"
    package static let severity = Severity.warning
    package static let help =
        "Use multiprocessing.get_context('spawn'), and start processes before threads."

    private static let makers: Set = [
        "multiprocessing.Process", "multiprocessing.Pool",
        "concurrent.futures.ProcessPoolExecutor", "concurrent.futures.process.ProcessPoolExecutor",
    ]

    package static func find(in analysis: Analysis) -> [Finding] {
        guard !analysis.starts.isEmpty else { return [] }
        return analysis.calls.compactMap { call in
            if call.isCall(of: ["os.fork"]) || choosesFork(call) {
                return finding(
                    "A forked process has one thread, and every lock that another one held stays locked "
                        + "in it for ever; this project starts threads.",
                    at: call.expression.span, in: call.script)
            }
            guard call.isCall(of: makers), let function = call.inside,
                analysis.offMain[function] != nil
            else { return nil }
            return finding(
                "\(function.name) makes a process on a thread; where that forks, every lock that another "
                    + "thread held stays locked in it for ever.",
                at: call.expression.span, in: call.script,
                notes: analysis.notes(onStartOf: function))
        }
    }

    private static func choosesFork(_ call: CallFact) -> Bool {
        guard
            call.isCall(of: ["multiprocessing.get_context", "multiprocessing.set_start_method"]),
            let method = call.argument("method", at: 0), case .string("fork") = method.kind
        else { return false }
        return true
    }
}
