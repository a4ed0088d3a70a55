internal import Frames
internal import OperatorNetwork
internal import PythonRuntime
internal import ThreadGuard

/// What the host tells of a run: each exception once, as it comes, and everything at the end.
extension Host {
    /// What happened so far.
    public func summary() -> RunSummary {
        var summary = chronicle.summary()
        summary.holdUps = holdUps.summary
        summary.project = configuration.projectName
        summary.clock = configuration.clock.rawValue
        summary.rate = loop.rate
        summary.frames = loop.statistics.framesRun
        summary.dropped = loop.statistics.framesDropped
        summary.faults = FaultEntries.entries(threadGuard.log)
        summary.threadsStarted = ThreadWatch.startedCount
        summary.threads = ((try? ThreadWatch.all()) ?? []).map { thread in
            RunSummary.Thread(
                name: thread.name, startedFrame: thread.startedFrame,
                startedAt: FaultEntries.place(CodeStack.projectPart(thread.startedAt).last),
                endedFrame: thread.endedFrame, isAlive: thread.isAlive, isDaemon: thread.isDaemon,
                waitsAt: CodeStack.places(thread.stack), owner: thread.owner,
                ownerEndedFrame: thread.ownerEndedFrame)
        }
        summary.children = childrenAtEnd
        summary.exitCode = exitCode(summary)
        return summary
    }

    /// The line of a file that a line of compiled code is; code of no file keeps its own.
    ///
    /// - Parameters:
    ///   - file: The name that the code was compiled under, such as a DAT's path.
    ///   - line: Its line.
    /// - Returns: The place as summaries tell it.
    package static func place(ofCode file: String, line: Int) -> RunSummary.Place {
        guard let place = ScriptSources.place(of: file, line: line) else {
            return RunSummary.Place(file: file, line: line)
        }
        return RunSummary.Place(file: place.file, line: place.line)
    }

    /// Where the modules of Python itself lie.
    package static var pythonLibrary: String { libraryFolder }

    private func exitCode(_ summary: RunSummary) -> Int32 {
        if threadGuard.log.faultCount > 0 { return GuardPolicy.exitCode }
        if hasEnded, !summary.stranded.isEmpty { return 11 }
        if let requestedExit { return requestedExit }
        return chronicle.hasFailures ? 1 : 0
    }

    /// Hears of the exceptions that end threads, and of others that only Python code of ours catches.
    func threadFailed() throws(PythonError) -> PythonObject {
        try .function("thread_failed", "name, error, activity='the thread'", thread: .any) {
            [weak self] call throws(PythonError) in
            let error = PythonError(exception: call[1])
            let name = try call.string(0)
            let activity = try call.string(2)
            if TDErrors.isThreadConflict(error) {
                // The guard has told and recorded it in full.
                self?.textport.say("\(name): the thread conflict has ended this thread", to: .error)
            } else {
                self?.report(error, in: activity, source: name)
            }
            return .none
        }
    }

    /// Tells an exception that reached the host, keeps it with the operator and counts it.
    func report(_ error: PythonError, in activity: String, of node: Operator) {
        // A program that is to end interrupts code that does not come back; that is told.
        let isOverdue = loop.clock.interruption.isRaised && error.isKind(of: .keyboardInterrupt)
        if !isOverdue, error.isKind(of: .systemExit) || error.isKind(of: .keyboardInterrupt) {
            requestedExit = ExitRequest.code(of: error)
            if let message = ExitRequest.message(of: error) { textport.say(message, to: .error) }
            return
        }
        if isOverdue { overdueHookCameBack?() }
        scriptErrors.add("\(activity): \(error)", to: node)
        report(error, in: activity, source: node.path, node)
    }

    /// Sets what is wrong with an operator itself, or takes it back; a new error is told.
    ///
    /// - Parameters:
    ///   - text: What is wrong and what to do; empty when nothing is.
    ///   - node: The operator.
    func setError(_ text: String, of node: Operator) {
        guard operatorErrors.text(of: node, recursing: false) != text else { return }
        operatorErrors.forget(node.id)
        guard !text.isEmpty else { return }
        operatorErrors.add(text, to: node)
        errorLog.add(text, .error, of: node)
        textport.say("\(node.path): \(text)", to: .error)
    }

    private func report(
        _ error: PythonError, in activity: String, source: String, _ node: Operator? = nil
    ) {
        errorLog.add("\(activity): \(error)", .error, of: node, named: source)
        let report = ErrorReport(error)
        let count = chronicle.failed(source, activity, error.description, at: report.place)
        guard count == 1 else { return }
        // In one piece: several threads may fail at once.
        textport.say(
            "\(source): \(activity) failed in frame \(loop.frame.number)\n\(report.text)",
            to: .error)
    }
}
