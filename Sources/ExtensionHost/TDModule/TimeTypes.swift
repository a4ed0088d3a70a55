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

    /// What Time COMPs have of their own: `me.time`, the time that governs an operator.
    static var componentMembers: [NativeMember] {
        [
            .member("frame", { node throws(PythonError) in try timeline(of: node).frame }) {
                node, value throws(PythonError) in
                let frame = try Double(python: value)
                try timeline(of: node).frame = frame
                Host.network.noteTime()
            },
            .member("seconds", { node throws(PythonError) in try timeline(of: node).seconds }) {
                node, value throws(PythonError) in
                let seconds = try Double(python: value)
                try timeline(of: node).seconds = seconds
                Host.network.noteTime()
            },
            .member(
                "timecode", { node throws(PythonError) in try timecode(of: timeline(of: node)) }
            ) {
                node, value throws(PythonError) in
                let timeline = try timeline(of: node)
                let frames = try PythonObject.module("tdu").attribute("Timecode").call(
                    arguments: [value], keywords: [("fps", timeline.rate.python())])
                timeline.frame = try Double(python: frames.attribute("totalFrames")) + 1
                Host.network.noteTime()
            },
            parameter("rate", "rate") { node throws(PythonError) in
                try timeline(of: node).rate
            },
            parameter("play", "play") { node throws(PythonError) in
                try timeline(of: node).isPlaying
            },
            parameter("start", "start") { node throws(PythonError) in
                try timeline(of: node).start
            },
            parameter("end", "end") { node throws(PythonError) in
                try timeline(of: node).end
            },
            parameter("rangeStart", "rangestart") { node throws(PythonError) in
                try timeline(of: node).rangeStart
            },
            parameter("rangeEnd", "rangeend") { node throws(PythonError) in
                try timeline(of: node).rangeEnd
            },
            parameter("independent", "independent") { node throws(PythonError) in
                try timeline(of: node).isIndependent
            },
            .member(
                "loop", { node throws(PythonError) in try timeline(of: node).rangeLimit == .loop }
            ) {
                node, value throws(PythonError) in
                let loops = try value.isTrue()
                try set("rangelimit", of: node, to: (loops ? "loop" : "hold").python())
            },
            parameter("tempo", "tempo") { node throws(PythonError) in
                try held("tempo", of: node)
            },
            parameter("signature1", "signature1") { node throws(PythonError) in
                try held("signature1", of: node)
            },
            parameter("signature2", "signature2") { node throws(PythonError) in
                try held("signature2", of: node)
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

    /// A member that shows the timeline, and sets the component's parameter.
    private static func parameter(
        _ name: String, _ parameter: String,
        _ get: @escaping (Operator) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .member(name, get) { node, value throws(PythonError) in
            try set(parameter, of: node, to: value)
        }
    }

    private static func set(
        _ name: String, of node: Operator, to value: PythonObject
    ) throws(PythonError) {
        guard let parameter = node.parameters[name] else { return }
        try ParameterAccess.set(parameter, value)
    }

    private static func held(_ name: String, of node: Operator) throws(PythonError) -> PythonObject
    {
        guard let parameter = node.parameters[name] else { return .none }
        return try ParameterAccess.evaluate(parameter)
    }

    private static func timecode(of timeline: Timeline) throws(PythonError) -> PythonObject {
        let frames = max(0, Int(clamping: timeline.frame) - 1)
        let timecode = try PythonObject.module("tdu").attribute("Timecode").call(
            arguments: [],
            keywords: [("frame", frames.python()), ("fps", timeline.rate.python())])
        return try timecode.text().python()
    }

    private static func timeline(of node: Operator) throws(PythonError) -> Timeline {
        guard let timeline = try Host.running.components.time.timeline(at: node) else {
            throw TDErrors.error("\(node.path) keeps no time.")
        }
        Host.network.timeNode.noteRead()
        return timeline
    }
}
