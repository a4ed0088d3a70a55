/// Judges what other threads do to the project; the main thread never comes here.
///
/// - Thread: any
package final class MainThreadGuard: Sendable {
    /// What the caller must do.
    package enum Verdict: Sendable, Equatable {
        /// Raise an exception with this message.
        case refuse(message: String)
        /// Go on.
        case allow
        /// End the program with `GuardPolicy.exitCode`; whoever observes the log has heard of the fault.
        case abort
    }

    /// What follows a fault.
    package let policy: GuardPolicy
    /// Whether advices are faults.
    package let isStrict: Bool
    /// Where everything judged is kept.
    package let log: FaultLog

    /// Makes a guard.
    ///
    /// - Parameters:
    ///   - policy: What follows a fault.
    ///   - isStrict: Whether advices are faults.
    ///   - log: Where everything judged is kept.
    package init(
        policy: GuardPolicy = .fault, isStrict: Bool = false, log: FaultLog = FaultLog()
    ) {
        self.policy = policy
        self.isStrict = isStrict
        self.log = log
    }

    /// Decides on an access off the main thread and records it, whether or not anybody listens to
    /// the exception.
    ///
    /// `run()` off the main thread is an advice unless the guard is strict: the host hands the call
    /// to the main thread, while TouchDesigner's queue of runs has no such protection.
    ///
    /// - Parameter fault: What happened; its severity is set here.
    /// - Returns: What the caller must do.
    /// - Source: <https://docs.derivative.ca/Td_Module>
    package func judge(_ fault: Fault) -> Verdict {
        var judged = fault
        judged.severity = fault.rule == .runFromThread && !isStrict ? .advice : .fault
        log.record(judged)
        guard judged.severity == .fault else { return .allow }
        switch policy {
        case .fault: return .refuse(message: judged.message)
        case .report: return .allow
        case .abort: return .abort
        }
    }
}
