internal import OperatorNetwork
internal import PythonRuntime

/// The counts of a Timer CHOP as `tdu.Timecode`s, at the rate of its timeline.
///
/// - Source: <https://docs.derivative.ca/TimerCHOP_Class>
enum TimerTimecodes {
    static var members: [NativeMember] {
        [
            .reading("cumulativeTimecode") { node throws(PythonError) in
                try timecode(TimerCHOPType.engine(of: node).cumulative, of: node)
            },
            .reading("playingTimecode") { node throws(PythonError) in
                try timecode(TimerCHOPType.engine(of: node).playing, of: node)
            },
            .reading("runningLengthTimecode") { node throws(PythonError) in
                try timecode(TimerCHOPType.engine(of: node).duration, of: node)
            },
            settable("runningTimecode", \.running), settable("masterTimecode", \.master),
        ]
    }

    private static func settable(
        _ name: String, _ seconds: @escaping (TimerEngine) -> Double
    ) -> NativeMember {
        .member(
            name,
            { node throws(PythonError) in
                try timecode(seconds(TimerCHOPType.engine(of: node)), of: node)
            },
            set: { node, value throws(PythonError) in
                let given = try Double(python: value.attribute("totalSeconds"))
                TimerCHOPType.change(node) { $0.seek(given) }
            })
    }

    private static func timecode(
        _ seconds: Double, of node: Operator
    ) throws(PythonError) -> PythonObject {
        let rate = TimerCHOPType.rate(of: node)
        let made = try PythonObject.module("tdu").attribute("Timecode").call()
        // What is a hair below a frame because of rounding is that frame.
        _ = try made.callMethod(
            "setTotalFrames", Int(clamping: seconds * rate + 1e-6).python(), rate.python())
        return made
    }
}
