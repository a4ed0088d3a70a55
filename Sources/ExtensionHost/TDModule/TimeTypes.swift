internal import Frames
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

    /// `me.time`: the root timeline.
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
                get: { _ throws(PythonError) in try Host.running.timeline.isPlaying.python() },
                set: { _, value throws(PythonError) in
                    let isPlaying = try value.isTrue()
                    try Host.running.timeline.isPlaying = isPlaying
                }),
            .property(
                "loop",
                get: { _ throws(PythonError) in
                    try (Host.running.timeline.rangeLimit == .loop).python()
                },
                set: { _, value throws(PythonError) in
                    let loops = try value.isTrue()
                    try Host.running.timeline.rangeLimit = loops ? .loop : .hold
                }),
            .property("independent") { _ throws(PythonError) in
                try Host.running.timeline.isIndependent.python()
            },
        ]
    }

    private static func absolute(
        _ name: String, _ get: @escaping (Frame) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { _ throws(PythonError) in try get(Host.running.loop.frame).python() }
    }

    private static func timeline(
        _ name: String, _ get: @escaping (Timeline) -> Double,
        _ set: @escaping (Timeline, Double) -> Void
    ) -> NativeMember {
        .property(
            name, get: { _ throws(PythonError) in try get(Host.running.timeline).python() },
            set: { _, value throws(PythonError) in
                try set(Host.running.timeline, Double(python: value))
            })
    }
}
