internal import Frames
internal import OperatorNetwork
internal import PythonRuntime

/// One call of `run()` that waits for its moment.
struct DelayedCall {
    /// The callable, nil when a text is run.
    let callable: PythonObject?
    /// The script's text, empty for a callable.
    let source: String
    let arguments: [PythonObject]
    /// The operator whose script called `run()`, or `fromOP`.
    weak var origin: Operator?
    /// Whether `op` looks inside the origin.
    let looksInside: Bool
    /// Where `run()` was called, for tracebacks.
    let fileName: String
}

/// `run()` in all its forms.
///
/// - Source: <https://docs.derivative.ca/Run_Command_Examples>
final class DelayedRuns {
    let queue: RunQueue<DelayedCall>
    private let timeline: Timeline
    private let activity: Activity
    private let report: (PythonError, DelayedCall) -> Void

    init(
        clock: any FrameClock, timeline: Timeline, activity: Activity,
        report: @escaping (PythonError, DelayedCall) -> Void
    ) {
        queue = RunQueue(clock: clock)
        self.timeline = timeline
        self.activity = activity
        self.report = report
        queue.perform = { [weak self] _, call in self?.perform(call) }
    }

    /// Runs a text: at once, or later as the options say.
    func run(
        _ text: String, _ arguments: [PythonObject],
        _ options: [(name: String, value: PythonObject)], from origin: Operator,
        fileName: String? = nil
    ) throws(PythonError) -> PythonObject {
        if fileName != nil { ScriptSources.enter(origin) }
        return try run(text.python(), arguments, options, me: origin, fileName: fileName)
    }

    /// Runs a text or a callable: at once, or later as the options say.
    func run(
        _ script: PythonObject, _ arguments: [PythonObject],
        _ options: [(name: String, value: PythonObject)], me: Operator?, fileName: String? = nil
    ) throws(PythonError) -> PythonObject {
        let options = try RunOptions(options)
        let call = try delayedCall(script, arguments, options, me: me, fileName)
        guard let delay = options.delay else {
            try execute(call)
            return try RunType.make(finished(call))
        }
        let reference = options.reference ?? call.origin
        let time = try reference.map { node throws(PythonError) in
            try Host.running.timeline(of: node)
        }
        return try RunType.make(
            queue.add(call, after: delay, on: time ?? timeline, group: options.group))
    }

    private func delayedCall(
        _ script: PythonObject, _ arguments: [PythonObject], _ options: RunOptions, me: Operator?,
        _ fileName: String?
    ) throws(PythonError) -> DelayedCall {
        let origin = options.origin ?? me
        let isText = script.isString
        guard isText || script.isCallable || OperatorObject.isOperator(script) else {
            throw PythonError(
                .typeError,
                "run() takes a script text or a callable, not "
                    + "\(try script.type.attribute("__name__").text())")
        }
        if let dat = OperatorObject.node(ofAny: script) {
            return DelayedCall(
                callable: nil, source: dat.content?.text ?? "", arguments: arguments, origin: dat,
                looksInside: false, fileName: dat.path)
        }
        let looksInside =
            options.origin?.type.family == .comp && !options.isParameterLike
        return DelayedCall(
            callable: isText ? nil : script, source: try isText ? String(python: script) : "",
            arguments: arguments, origin: origin, looksInside: looksInside,
            fileName: fileName ?? "<\(origin?.path ?? "run")>")
    }

    /// A run that is over already, as TouchDesigner returns when there was no delay.
    private func finished(_ call: DelayedCall) -> Run<DelayedCall> {
        let run = queue.add(call, after: .endOfFrame, on: timeline)
        run.kill()
        return run
    }

    private func perform(_ call: DelayedCall) {
        do throws(PythonError) {
            try activity.during("making a delayed run()", call.origin) { () throws(PythonError) in
                try execute(call)
            }
        } catch {
            report(error, call)
        }
    }

    private func execute(_ call: DelayedCall) throws(PythonError) {
        if let callable = call.callable {
            try callable.call(arguments: call.arguments)
            return
        }
        let host = try Host.running
        guard let me = call.origin ?? (call.fileName == "<run>" ? host.network.root : nil) else {
            throw TDErrors.error(
                "A delayed run was dropped: the operator it was to run in has been destroyed.")
        }
        try host.scripts.execute(
            call.source, fileName: call.fileName, me: me, origin: call.looksInside ? me : nil,
            arguments: call.arguments)
    }
}
