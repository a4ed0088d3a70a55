internal import Frames
internal import OperatorNetwork
internal import PythonRuntime

/// The keyword arguments of `run()`.
///
/// - Source: <https://docs.derivative.ca/Run_Command_Examples>
struct RunOptions {
    /// When to run; nil runs at once.
    private(set) var delay: RunDelay?
    private(set) var group: String?
    private(set) var origin: Operator?
    private(set) var isParameterLike = false
    /// The operator whose time the delay counts on; nil is the caller.
    private(set) var reference: Operator?

    init(_ options: [(name: String, value: PythonObject)]) throws(PythonError) {
        var atEndOfFrame = false
        var frames = 0
        var milliseconds = 0.0
        var isWallTime = false
        for (name, value) in options {
            switch name {
            case "endFrame": atEndOfFrame = try value.isTrue()
            case "delayFrames": frames = try Self.frames(value)
            case "delayMilliSeconds": milliseconds = try Double(python: value)
            case "wallTime": isWallTime = try value.isTrue()
            case "group": group = try value.isNone ? nil : value.text()
            case "fromOP": origin = try Self.node(value)
            case "asParameter": isParameterLike = try value.isTrue()
            case "delayRef": reference = try Self.node(value)
            default:
                throw PythonError(.typeError, "run() got an unexpected keyword argument '\(name)'")
            }
        }
        if atEndOfFrame {
            delay = .endOfFrame
        } else if milliseconds > 0 {
            delay = isWallTime ? .wallMilliseconds(milliseconds) : .milliseconds(milliseconds)
        } else if frames > 0 {
            delay = isWallTime ? .wallFrames(frames) : .frames(frames)
        }
    }

    /// Whole frames; `me.time.rate * 2` is a float, so floats are rounded.
    private static func frames(_ value: PythonObject) throws(PythonError) -> Int {
        guard value.isFloat else { return try Int(python: value) }
        return Int(clamping: max(0, min(try Double(python: value).rounded(), 1e15)))
    }

    private static func node(_ value: PythonObject) throws(PythonError) -> Operator? {
        if value.isNone { return nil }
        if value.isString {
            let network = try Host.running.network
            return network.find(
                try String(python: value), seenFrom: CallingScript.me() ?? network.root)
        }
        return try OperatorObject.node(of: value)
    }
}
