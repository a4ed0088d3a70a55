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
            try judge(
                Access(
                    operatorPath: path(of: access.object), member: access.member,
                    kind: kind(of: access.kind)),
                rule: .operatorAccess)
        }
    }

    /// Judges a call of `run()` off the main thread.
    ///
    /// - Throws: `td.ThreadConflictError` when the guard is strict.
    static func judgeRun() throws(PythonError) {
        try judge(Access(operatorPath: "", member: "run", kind: .call), rule: .runFromThread)
    }

    private static func judge(_ access: Access, rule: FaultRule) throws(PythonError) {
        guard let host = Host.current else {
            throw TDErrors.threadConflict(
                "THREAD CONFLICT: \(access.deed), but no project is running any more.")
        }
        let fault = try describe(access, rule, host)
        switch host.threadGuard.judge(fault) {
        case .allow: return
        case .refuse(let message): throw TDErrors.threadConflict(message)
        case .abort(let report):
            host.textport.say(report, to: .error)
            host.endNow(code: GuardPolicy.exitCode)
        }
    }

    private static func describe(
        _ access: Access, _ rule: FaultRule, _ host: Host
    ) throws(PythonError) -> Fault {
        let thread = try ThreadWatch.current()
        let sys = try PythonObject.module("sys")
        let offender = try sys.attribute("_getframe").call(0.python())
        return Fault(
            access: access, rule: rule, threadName: thread.name,
            threadIdentifier: thread.identifier, isDaemon: thread.isDaemon,
            startedAt: thread.startedAt, startedFrame: thread.startedFrame,
            stack: CodeStack.entries(ofFrame: offender), frame: host.loop.frame.number,
            mainActivity: host.activity.description,
            mainStack: CodeStack.projectPart(CodeStack.ofMainThread()))
    }

    private static func path(of object: PythonObject?) -> String {
        guard let object else { return "" }
        if let node = OperatorObject.node(ofAny: object) { return node.path }
        guard let module = TDModule.shared else { return "" }
        if module.cell.isType(of: object) {
            let owner = (try? CellAccess.owner(of: object)).flatMap(OperatorObject.node(ofAny:))
            let row = (try? CellAccess.row(of: object)) ?? 0
            let column = (try? CellAccess.column(of: object)) ?? 0
            return "\(owner?.path ?? "")[\(row), \(column)]"
        }
        return module.ownerPath(of: object)
    }

    private static func kind(of kind: NativeAccess.Kind) -> Access.Kind {
        switch kind {
        case .read: .read
        case .write: .write
        case .call: .call
        }
    }
}
