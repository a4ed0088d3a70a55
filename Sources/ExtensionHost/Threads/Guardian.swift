internal import Frames
internal import OperatorNetwork
internal import PythonRuntime
internal import ThreadGuard

/// Tells the guard, in full, what a thread other than the main thread was about to do.
///
/// It runs on the offending thread and reads the host's state under the GIL, which the main thread
/// holds whenever it changes anything.
enum Guardian {
    /// Lets every main-thread member of a native type ask here.
    static func install() {
        ThreadAdmission.judge = { access throws(PythonError) in
            try judge(AccessSpelling.access(access))
        }
    }

    /// Judges the import of a DAT as a module off the main thread.
    ///
    /// - Throws: `td.ThreadConflictError` unless the guard only reports.
    static func judgeImport(of path: String) throws(PythonError) {
        try judge(Access(operatorPath: path, member: "module", kind: .read))
    }

    /// Judges a call of `run()` off the main thread.
    ///
    /// - Throws: `td.ThreadConflictError` when the guard is strict.
    static func judgeRun() throws(PythonError) {
        try judge(Access(operatorPath: "", member: "run", kind: .call), rule: .runFromThread)
    }

    /// Judges an access off the main thread.
    ///
    /// - Throws: `td.ThreadConflictError` when it is refused.
    static func judge(
        _ access: Access, rule: FaultRule = .operatorAccess
    ) throws(PythonError) {
        guard let host = Host.current else {
            throw TDErrors.threadConflict(
                "THREAD CONFLICT: \(access.deed), but no project is running any more.")
        }
        guard !Debugger.isLooking() else {
            throw TDErrors.threadConflict(
                "THREAD CONFLICT: a debugger \(access.deed) on a thread that it has stopped; "
                    + "operators can be looked at where the main thread is stopped.")
        }
        let fault = try describe(access, rule, host)
        switch host.threadGuard.judge(fault) {
        case .allow: return
        case .refuse(let message): throw TDErrors.threadConflict(message)
        case .abort:
            // The log's observer has told the fault.
            host.endNow(code: GuardPolicy.exitCode)
        }
    }

    private static func describe(
        _ access: Access, _ rule: FaultRule, _ host: Host
    ) throws(PythonError) -> Fault {
        // Whatever the project did to `threading`, the access is recorded.
        let thread = (try? ThreadWatch.current()) ?? .unknown
        // A thread that `_thread` started straight on an operator runs no Python code at all.
        let offender = try? PythonObject.module("sys").attribute("_getframe").call(0.python())
        return Fault(
            access: access, rule: rule, threadName: thread.name,
            threadIdentifier: thread.identifier, isDaemon: thread.isDaemon,
            startedAt: thread.startedAt, startedFrame: thread.startedFrame,
            stack: offender.map(CodeStack.entries(ofFrame:)) ?? [], frame: host.loop.frame.number,
            mainActivity: host.activity.description,
            mainStack: CodeStack.projectPart(CodeStack.ofMainThread()))
    }
}
