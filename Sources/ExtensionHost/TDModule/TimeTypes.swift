internal import Frames
internal import OperatorNetwork
internal import PythonRuntime

/// `absTime` and `me.time`.
///
/// - Source: <https://docs.derivative.ca/AbsTime_Class>, <https://docs.derivative.ca/TimeCOMP_Class>
enum TimeTypes {
    /// `absTime`: frames and seconds since the start.
    static var absoluteMembers: [NativeMember] {
        [
            absolute("frame") { $0.number },
            absolute("seconds") { $0.seconds },
            absolute("step") { $0.step },
            absolute("stepSeconds") { $0.stepSeconds },
        ]
    }

    /// `me.time`: the time that governs an operator.
    static var timelineMembers: [NativeMember] {
        [
            timeline("frame", { $0.frame }) { $0.frame = $1 },
            timeline("seconds", { $0.seconds }) { $0.seconds = $1 },
            timeline("rate", { $0.rate }) { $0.rate = $1 },
            timeline("start", { $0.start }) { $0.start = $1 },
            timeline("end", { $0.end }) { $0.end = $1 },
            timeline("rangeStart", { $0.rangeStart }) { $0.rangeStart = $1 },
            timeline("rangeEnd", { $0.rangeEnd }) { $0.rangeEnd = $1 },
            .property(
                "play",
                get: { time throws(PythonError) in try timeline(of: time).isPlaying.python() },
                set: { time, value throws(PythonError) in
                    let isPlaying = try value.isTrue()
                    try timeline(of: time).isPlaying = isPlaying
                }),
            .property(
                "loop",
                get: { time throws(PythonError) in
                    try (timeline(of: time).rangeLimit == .loop).python()
                },
                set: { time, value throws(PythonError) in
                    let loops = try value.isTrue()
                    try timeline(of: time).rangeLimit = loops ? .loop : .hold
                }),
            .property("independent") { time throws(PythonError) in
                try timeline(of: time).isIndependent.python()
            },
        ]
    }

    private static func absolute(
        _ name: String, _ get: @escaping (Frame) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { _ throws(PythonError) in
            try Host.running.network.timeNode.noteRead()
            return try get(Host.running.loop.frame).python()
        }
    }

    private static func timeline(
        _ name: String, _ get: @escaping (Timeline) -> Double,
        _ set: @escaping (Timeline, Double) -> Void
    ) -> NativeMember {
        .property(
            name, get: { time throws(PythonError) in try get(timeline(of: time)).python() },
            set: { time, value throws(PythonError) in
                try set(timeline(of: time), Double(python: value))
                Host.network.noteTime()
            })
    }

    private static func timeline(of time: PythonObject) throws(PythonError) -> Timeline {
        guard let timeline = TDModule.types.time.payload(of: time, as: Timeline.self) else {
            throw TDErrors.error("Invalid Time object.")
        }
        Host.network.timeNode.noteRead()
        return timeline
    }
}
