internal import OperatorNetwork
internal import PythonRuntime

/// `td.timerCHOP`: what a timer counts, and where it goes.
///
/// - Source: <https://docs.derivative.ca/TimerCHOP_Class>
enum TimerCHOPType {
    static var members: [NativeMember] {
        places + counts + lengths + jumps + TimerTimecodes.members
    }

    static func engine(of node: Operator) -> TimerEngine {
        _ = node.channels
        return node.timerEngine ?? TimerEngine()
    }

    static func rate(of node: Operator) -> Double {
        node.network?.clock?.time(of: node).rate ?? 60
    }

    private static func samplesPerSecond(of node: Operator) throws(PythonError) -> Double {
        try ChannelAccess.channels(of: node).rate
    }

    static func change(_ node: Operator, _ change: (inout TimerEngine) -> Void) {
        var engine = engine(of: node)
        change(&engine)
        node.replaceTimer(engine)
        node.cook(force: true)
        if let host = Host.current { TimerCallbacks(host, node).tell() }
    }

    private static var places: [NativeMember] {
        [
            .reading("segments") { node throws(PythonError) in try SegmentType.list(of: node) },
            .reading("fraction") { engine(of: $0).fraction },
            .member("cycle", { Double(engine(of: $0).cycle) }) { node, value throws(PythonError) in
                var jump = TimerEngine.Jump()
                jump.cycle = try Int(python: value)
                change(node) { $0.go(to: jump, atCycleEnd: false) }
            },
            .member("segment", { Double(engine(of: $0).segment) }) {
                node, value throws(PythonError) in
                let segment = try Int(python: value)
                change(node) { $0.goToSegment(segment) }
            },
        ]
    }

    /// The counts that may only be read, and those that may be set as well.
    private static var counts: [NativeMember] {
        reading("cumulative", \.cumulative) + reading("playing", \.playing)
            + settable("running", \.running, whole: \.duration) { engine, seconds in
                engine.seek(seconds)
            }
            + settable("master", \.master, whole: \.duration) { engine, seconds in
                engine.seek(seconds)
            }
    }

    private static func reading(
        _ name: String, _ seconds: @escaping (TimerEngine) -> Double
    ) -> [NativeMember] {
        [
            .reading("\(name)Seconds") { seconds(engine(of: $0)) },
            .reading("\(name)Frames") {
                Int(clamping: seconds(engine(of: $0)) * rate(of: $0) + 1e-6)
            },
            .reading("\(name)Samples") { node throws(PythonError) in
                Int(clamping: try seconds(engine(of: node)) * samplesPerSecond(of: node) + 1e-6)
            },
        ]
    }

    private static func settable(
        _ name: String, _ seconds: @escaping (TimerEngine) -> Double,
        whole: @escaping (TimerEngine) -> Double,
        set: @escaping (inout TimerEngine, Double) -> Void
    ) -> [NativeMember] {
        [
            .member("\(name)Seconds", { seconds(engine(of: $0)) }) {
                node, value throws(PythonError) in
                let new = try Double(python: value)
                change(node) { set(&$0, new) }
            },
            .member(
                "\(name)Frames", { Int(clamping: seconds(engine(of: $0)) * rate(of: $0) + 1e-6) }
            ) {
                node, value throws(PythonError) in
                let new = try Double(python: value) / rate(of: node)
                change(node) { set(&$0, new) }
            },
            .member(
                "\(name)Samples",
                { node throws(PythonError) in
                    Int(clamping: try seconds(engine(of: node)) * samplesPerSecond(of: node) + 1e-6)
                }
            ) { node, value throws(PythonError) in
                let new = try Double(python: value) / samplesPerSecond(of: node)
                change(node) { set(&$0, new) }
            },
            .member(
                "\(name)Fraction",
                { node in
                    let (engine, length) = (engine(of: node), whole(engine(of: node)))
                    return length > 0 ? min(seconds(engine) / length, 1) : 0
                }
            ) { node, value throws(PythonError) in
                let part = try Double(python: value)
                change(node) { set(&$0, part * whole($0)) }
            },
        ]
    }

    private static var lengths: [NativeMember] {
        [
            .reading("runningLengthSeconds") { engine(of: $0).duration },
            .reading("runningLengthFrames") { engine(of: $0).duration * rate(of: $0) },
            .reading("runningLengthSamples") { node throws(PythonError) in
                try engine(of: node).duration * samplesPerSecond(of: node)
            },
            .reading("beginSeconds") { begins(of: $0) },
            .reading("beginFrame") { node in begins(of: node).map { $0 * rate(of: node) } },
            .reading("beginSample") { node throws(PythonError) in
                let rate = try samplesPerSecond(of: node)
                return begins(of: node).map { $0 * rate }
            },
        ]
    }

    /// When each segment begins, its delay apart.
    private static func begins(of node: Operator) -> [Double] {
        var total = 0.0
        return engine(of: node).segments.map { segment in
            defer { total += segment.duration }
            return total + segment.delay
        }
    }

    private static var jumps: [NativeMember] {
        [
            .calling(
                "goTo",
                "segment=?, cycle=?, endOfCycle=False, seconds=?, frame=?, sample=?, fraction=?"
            ) { node, call throws(PythonError) in
                let jump = try jump(call, of: node)
                let atEnd = try call.bool(2)
                change(node) { $0.go(to: jump, atCycleEnd: atEnd) }
                return PythonObject.none
            },
            .calling("goToNextSegment") { node, _ in
                change(node) { $0.goToSegment($0.segment + 1) }
                return PythonObject.none
            },
            .calling("goToPrevSegment") { node, _ in
                change(node) { $0.goToSegment($0.segment - 1) }
                return PythonObject.none
            },
            .calling("goToCycleEnd") { node, _ in
                change(node) { $0.goToCycleEnd() }
                return PythonObject.none
            },
            .calling("lastCycle") { node, _ in
                change(node) { $0.exitAfterCycle() }
                return PythonObject.none
            },
        ]
    }

    private static func jump(
        _ call: NativeCall, of node: Operator
    ) throws(PythonError) -> TimerEngine.Jump {
        var jump = TimerEngine.Jump()
        jump.segment = try call.given(0).map { value throws(PythonError) in try Int(python: value) }
        jump.cycle = try call.given(1).map { value throws(PythonError) in try Int(python: value) }
        let times = [3, 4, 5, 6].filter { call.given($0) != nil }
        guard times.count <= 1 else {
            throw TDErrors.error(
                "goTo() takes one unit of time: seconds, frame, sample or fraction.")
        }
        guard let unit = times.first else { return jump }
        let amount = try call.double(unit)
        switch unit {
        case 3: jump.seconds = amount
        case 4: jump.seconds = amount / rate(of: node)
        case 5: jump.seconds = try amount / samplesPerSecond(of: node)
        default: jump.fraction = amount
        }
        return jump
    }
}
