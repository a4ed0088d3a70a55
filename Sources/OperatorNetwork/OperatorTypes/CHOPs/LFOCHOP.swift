#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// A wave in time, whose frequency may change while it runs.
///
/// The first input doubles the frequency with every unit, the second resets, the third gives the shape.
///
/// - Source: <https://docs.derivative.ca/LFO_CHOP>
package nonisolated enum LFOCHOP {
    package static let type = OperatorType(
        "lfo", .chop, label: "LFO",
        pages: [
            ParameterPage(
                "LFO",
                [
                    .menu(
                        "wavetype", "Type",
                        [
                            ("sin", "Sine"), ("normal", "Gaussian"), ("tri", "Triangle"),
                            ("ramp", "Ramp"), ("square", "Square"), ("pulse", "Pulse"),
                        ]),
                    .toggle("play", "Play", default: true),
                    .float("frequency", "Frequency", default: 1), .float("offset", "Offset"),
                    .float("amp", "Amplitude", default: 1), .float("bias", "Bias"),
                    .float("phase", "Phase"), CHOPPages.resetCondition,
                ] + CHOPPages.reset),
            ParameterPage(
                "Channel",
                [.text("channelname", "Channel Name", default: "chan1")] + CHOPPages.rate()),
            CHOPPages.source(timeSlice: true),
        ], inputLimit: 3, cook: { ChannelCooking(cook) })

    private struct State {
        var phases: [Double] = []
        var gate = ResetGate()
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let shape = cook.slice(at: try cook.rate())
        let wave = try cook.choice("wavetype", WaveShape.sine)
        let isHeld = try cook.isOn("reset")
        let isPlaying = try cook.isOn("play")
        let octave =
            cook.input.channels.isEmpty ? 0 : Double(cook.input.current(0, at: cook.moment))
        let reset = cook.input(1).flatMap {
            $0.channels.isEmpty ? nil : $0.current(0, at: cook.moment)
        }
        let curve = cook.input(2)
        let condition = try cook.choice("resetcondition", ResetGate.Condition.offToOn)
        let isPressed = try cook.isPressed("resetpulse")
        return try cook.keeping(State()) { state in
            if isHeld || isPressed || state.gate.resets(reset, condition) { state.phases = [] }
            var phases = state.phases
            defer { state.phases = phases }
            return try cook.filled(shape, names: cook.text("channelname")) { channel in
                while phases.count <= channel { phases.append(0) }
                let frequency = try cook.number("frequency") * exp2(octave)
                let (offset, amplitude) = try (cook.number("offset"), cook.number("amp"))
                let (bias, shift) = try (cook.number("bias"), cook.number("phase"))
                let step = isPlaying && !isHeld ? frequency / shape.rate : 0
                return { _ in
                    let place = phases[channel] + shift
                    phases[channel] = RangeLimit.remainder(phases[channel] + step, 1)
                    let value =
                        curve.flatMap { Self.value(of: $0, channel, at: place) }
                        ?? wave.value(place, bias: bias, step: abs(step))
                    return offset + amplitude * value
                }
            }
        }
    }

    /// The value of a prepared curve at a place of the cycle.
    private static func value(of curve: Channels, _ channel: Int, at place: Double) -> Double? {
        guard !curve.channels.isEmpty, curve.count > 0 else { return nil }
        let samples = curve.channels[channel % curve.channels.count].samples
        let index = RangeLimit.remainder(place, 1) * Double(samples.count)
        return Double(ChannelExtend(left: .cycle, right: .cycle).value(at: index, of: samples))
    }
}
