/// Ramps and pulses in time with the tempo.
///
/// The tempo is 120 beats a minute and the measure has four beats, TouchDesigner's defaults: tempo and
/// signature of the Time COMP are not followed. Local Sequential runs like Locked to Timeline.
///
/// - Source: <https://docs.derivative.ca/Beat_CHOP>
package nonisolated enum BeatCHOP {
    package static let type = OperatorType(
        "beat", .chop, label: "Beat", pages: [beat, output, CHOPPages.source(timeSlice: true)],
        inputLimit: 1, cook: { ChannelCooking(cook) })

    private static let beat = ParameterPage(
        "Beat",
        [
            .path("op", "Reference Operator"),
            .toggle("reftimeslice", "Use Reference Time Slice"),
            .menu(
                "playmode", "Play Mode",
                [
                    ("locked", "Locked to Timeline"), ("global", "Locked to Global"),
                    ("local", "Local Sequential"),
                ]), .float("period", "Period", default: 1),
            .int("multiples", "Multiples", default: 1), .float("shiftoffset", "Shift Offset"),
            .float("shiftstep", "Shift Step"), .float("randoffset", "Random Offset"),
            .float("randseed", "Random Seed", default: 1), CHOPPages.resetCondition,
            .float("resetbarvalue", "Reset Bar Value"), .float("resetwait", "Wait after Reset"),
        ] + CHOPPages.reset + [.toggle("updateglobal", "Update Global")])
    private static let output = ParameterPage(
        "Output",
        [
            .toggle("ramp", "Ramp", default: true), .toggle("pulse", "Pulse"),
            .toggle("sine", "Sine"), .toggle("count", "Count"),
            .toggle("countramp", "Count+Ramp"), .toggle("bar", "Bar"), .toggle("beat", "Beat"),
            .toggle("sixteenths", "Sixteenths"), .toggle("rampbar", "Ramp Bar"),
            .toggle("rampbeat", "Ramp Beat"), .toggle("bpm", "BPM"),
        ])

    private static let beatsPerMinute = 120.0
    private static let beatsPerBar = 4.0

    private struct State {
        var origin = 0.0
        var gate = ResetGate()
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var result = cook.slice(at: cook.now.rate)
        let isReset = try cook.isOn("reset") || cook.isPressed("resetpulse")
        let pulse =
            cook.inputs.first?.channels.isEmpty == false
            ? cook.input.current(0, at: cook.moment) : nil
        let condition = try cook.choice("resetcondition", ResetGate.Condition.offToOn)
        let resetBar = try cook.number("resetbarvalue")
        let perSample = beatsPerMinute / 60 / result.rate
        let origin = try cook.keeping(State()) { state in
            if state.gate.resets(pulse, condition) || isReset {
                state.origin = (result.end + 1) * perSample - resetBar * beatsPerBar
            }
            return state.origin
        }
        let period = max(1e-9, try cook.number("period"))
        let (offset, step) = try (cook.number("shiftoffset"), cook.number("shiftstep"))
        let (random, seed) = try (cook.number("randoffset"), cook.number("randseed"))
        let multiples = max(1, min(try cook.whole("multiples"), 1000))
        for name in output.definitions.map(\.name) where try cook.isOn(name) {
            let copies =
                ["bar", "beat", "sixteenths", "rampbar", "rampbeat", "bpm"].contains(name)
                ? 1 : multiples
            for copy in 0..<copies {
                let shift =
                    offset + step * Double(copy)
                    + random * SeededNoise.value(copy, seed: seed)
                let samples = (0..<result.count).map { index -> Float in
                    let beats = (result.start + Double(index)) * perSample - origin
                    return value(name, beats, period, shift, perSample)
                }
                result.channels.append(
                    .init(copies > 1 ? "\(name)\(copy + 1)" : name, samples))
            }
        }
        return result
    }

    private static func value(
        _ name: String, _ beats: Double, _ period: Double, _ shift: Double, _ perSample: Double
    ) -> Float {
        let cycles = beats / period - shift
        let ramp = RangeLimit.remainder(cycles, 1)
        let inBar = RangeLimit.remainder(beats, beatsPerBar)
        return switch name {
        case "ramp": Float(ramp)
        case "pulse": Float(WaveShape.pulse.value(cycles, step: perSample / period))
        case "sine": Float(WaveShape.sine.value(cycles))
        case "count": Float(cycles.rounded(.down))
        case "countramp": Float(cycles)
        case "bar": Float((beats / beatsPerBar).rounded(.down))
        case "beat": Float(inBar.rounded(.down))
        case "sixteenths": Float((RangeLimit.remainder(beats, 1) * 4).rounded(.down))
        case "rampbar": Float(inBar / beatsPerBar)
        case "rampbeat": Float(RangeLimit.remainder(beats, 1))
        default: Float(beatsPerMinute)
        }
    }
}
