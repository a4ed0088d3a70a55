internal import OperatorNetwork
internal import PythonRuntime

/// Counts one Timer CHOP on and calls the functions of its callbacks DAT.
///
/// - Source: <https://docs.derivative.ca/Timer_CHOP>
struct TimerCallbacks {
    private let host: Host
    private let timer: Operator

    init(_ host: Host, _ timer: Operator) {
        self.host = host
        self.timer = timer
    }

    /// Cooks the timer and tells what happened in it.
    func doFrame() {
        guard timer.parameters.value(of: "active") != .string("never") else { return }
        _ = timer.channels
        let wasRunning = timer.timerEngine?.phase == .running
        tell()
        guard timer.isValid, !wasRunning, timer.timerEngine?.phase == .running else { return }
        // A callback let it start: this frame is its first.
        timer.cook(force: true)
        tell()
    }

    /// Tells what happened since the last time, until nothing more happens.
    func tell() {
        // What a callback orders happens at once; a callback that always orders more ends here.
        for _ in 0..<100 {
            guard timer.isValid, var engine = timer.timerEngine else { return }
            let events = engine.takeEvents()
            guard !events.isEmpty else { return }
            timer.replaceTimer(engine)
            for event in events where timer.isValid { tell(event) }
        }
    }

    private func tell(_ event: TimerEvent) {
        guard case .initialize(let callCount) = event else {
            let (function, arguments) = Self.call(for: event)
            call(function, arguments)
            return
        }
        let answer = call("onInitialize", [callCount])
        guard timer.isValid, var engine = timer.timerEngine else { return }
        let frames = answer.flatMap { answer in try? Int(python: answer) } ?? 0
        engine.initialized(waiting: max(frames, 0))
        timer.replaceTimer(engine)
    }

    /// Calls a function of the callbacks DAT.
    ///
    /// - Returns: Its answer, nil when there is no such function or it raised.
    @discardableResult
    private func call(_ name: String, _ arguments: [any PythonConvertible]) -> PythonObject? {
        guard let dat = CallbackDATs.dat(of: timer) else { return nil }
        let answer = host.callBack(name, of: dat) { () throws(PythonError) in
            var all = [try OperatorObject.object(of: timer)]
            for argument in arguments { all.append(try argument.python()) }
            return all
        }
        guard case .value(let value) = answer else { return nil }
        return value
    }

    private static func call(
        for event: TimerEvent
    ) -> (function: String, arguments: [any PythonConvertible]) {
        switch event {
        case .initialize(let callCount): ("onInitialize", [callCount])
        case .ready: ("onReady", [])
        case .start: ("onStart", [])
        case .timerPulse(let segment): ("onTimerPulse", [segment])
        case .active(let segment, let cycle, let fraction):
            ("whileTimerActive", [segment, cycle, fraction])
        case .segmentEnter(let segment, let interrupt): ("onSegmentEnter", [segment, interrupt])
        case .segmentExit(let segment, let interrupt): ("onSegmentExit", [segment, interrupt])
        case .cycleStart(let segment, let cycle): ("onCycleStart", [segment, cycle])
        case .cycleEndAlert(let segment, let cycle, let isSegment, let isDone, let interrupt):
            ("onCycleEndAlert", [segment, cycle, isSegment, isDone, interrupt])
        case .cycle(let segment, let cycle): ("onCycle", [segment, cycle])
        case .done(let segment, let interrupt): ("onDone", [segment, interrupt])
        }
    }
}
