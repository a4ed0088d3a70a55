#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// A wave of a fixed length.
///
/// - Source: <https://docs.derivative.ca/Wave_CHOP>
package nonisolated enum WaveCHOP {
    package static let type = OperatorType(
        "wave", .chop, label: "Wave",
        pages: [
            ParameterPage(
                "Wave",
                [
                    .menu(
                        "wavetype", "Type",
                        [
                            ("const", "Constant"), ("sin", "Sine"), ("normal", "Gaussian"),
                            ("tri", "Triangle"), ("ramp", "Ramp"), ("square", "Square"),
                            ("pulse", "Pulse"), ("expr", "Expression"),
                        ], default: "sin")
                ] + CHOPPages.time("period", "Period", default: 1)
                    + [
                        .float("phase", "Phase"), .float("bias", "Bias"),
                        .float("offset", "Offset"), .float("amp", "Amplitude", default: 1),
                    ] + CHOPPages.time("decay", "Decay Rate")
                    + CHOPPages.time("ramp", "Ramp Slope")
                    + [.float("exprs", "Expression")]),
            ParameterPage(
                "Channel",
                [.text("channelname", "Channel Names", default: "chan1")]
                    + CHOPPages.time("start", "Start", unit: "samples")
                    + CHOPPages.time("end", "End", default: 599, unit: "samples")
                    + CHOPPages.rate() + CHOPPages.extend()),
            CHOPPages.source(),
        ], inputLimit: 1, cook: { ChannelCooking(cook) })

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var shape = try cook.frame()
        if let input = cook.inputs.first, input.count > 0 {
            (shape.start, shape.count, shape.rate) = (input.start, input.count, input.rate)
        }
        let kind = try cook.text("wavetype")
        let wave = WaveShape(rawValue: kind)
        return try cook.filled(shape, names: cook.text("channelname")) { _ in
            let period = max(1e-6, try cook.samples("period", at: shape.rate))
            let (phase, bias) = try (cook.number("phase"), cook.number("bias"))
            let (offset, amplitude) = try (cook.number("offset"), cook.number("amp"))
            let decay = try cook.perSample("decay", at: shape.rate)
            let slope = try cook.perSample("ramp", at: shape.rate)
            return { index in
                let base =
                    try wave?.value(
                        (shape.start + Double(index)) / period + phase, bias: bias,
                        step: 1 / period) ?? cook.number("exprs")
                let place = Double(index)
                return offset + amplitude * base * exp(-decay * place) + slope * place
            }
        }
    }
}
