internal import Frames
internal import OperatorNetwork
internal import PythonRuntime

/// Values that parameters have for a while: what `par.pulse()` sets goes back.
///
/// - Source: <https://docs.derivative.ca/Par_Class>
final class ParameterPulses {
    /// A value that waits to come back.
    private struct Pulse {
        let parameter: Parameter
        let former: Parameter.State
        /// What the master had, when the parameter is bound.
        let bound: PythonObject?
        /// The frames still to come, nil when seconds count.
        var frames: Int?
        /// When it ends, in seconds of absolute time.
        let end: Double
    }

    private var pulses: [Pulse] = []

    /// Presses a pulse; another parameter gets a value, and its own back after its operator cooked
    /// or after a time.
    func pulse(
        _ parameter: Parameter, _ value: PythonObject, frames: Int, seconds: Double
    ) throws(PythonError) {
        guard parameter.style != .pulse else { return parameter.pulse() }
        let now = Host.current?.loop.frame.seconds ?? 0
        // A pulse on top of another ends in the value that was there before both.
        let running = pulses.firstIndex { $0.parameter === parameter }.map { pulses.remove(at: $0) }
        let pulse = Pulse(
            parameter: parameter, former: running?.former ?? parameter.state,
            bound: try bound(of: parameter, after: running),
            frames: frames > 0 ? frames : nil, end: now + seconds)
        do throws(PythonError) {
            try ParameterAccess.set(parameter, value)
        } catch {
            restore(pulse)
            throw error
        }
        if frames > 0 || seconds > 0 { return pulses.append(pulse) }
        if let owner = parameter.owner {
            try OperatorObject.object(of: owner).callMethod("cook")
        }
        restore(pulse)
    }

    /// Gives the values back whose time is over.
    func end(in frame: Frame) {
        guard !pulses.isEmpty else { return }
        var over: [Pulse] = []
        pulses = pulses.compactMap { pulse in
            var pulse = pulse
            pulse.frames = pulse.frames.map { $0 - frame.step }
            guard pulse.frames.map({ $0 <= 0 }) ?? (frame.seconds >= pulse.end) else {
                return pulse
            }
            over.append(pulse)
            return nil
        }
        for pulse in over { restore(pulse) }
    }

    private func bound(
        of parameter: Parameter, after running: Pulse?
    ) throws(PythonError) -> PythonObject? {
        if let running { return running.bound }
        guard parameter.mode == .bind, !parameter.bindExpression.isEmpty else { return nil }
        return try ParameterAccess.evaluate(parameter)
    }

    private func restore(_ pulse: Pulse) {
        guard pulse.parameter.isValid else { return }
        guard let bound = pulse.bound else {
            _ = try? pulse.parameter.restore(pulse.former)
            return
        }
        // A master that is gone meanwhile has nothing to go back to.
        _ = try? ParameterAccess.set(pulse.parameter, bound)
    }
}
