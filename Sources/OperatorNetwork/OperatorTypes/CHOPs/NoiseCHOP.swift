#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Smooth or rough noise, the same for the same seed.
///
/// The generators are our own (see `SeededNoise`); TouchDesigner's are not documented and its values
/// are others. The Transform page moves and scales along time by its X components; rotation and the
/// other components have no effect.
///
/// - Source: <https://docs.derivative.ca/Noise_CHOP>
package nonisolated enum NoiseCHOP {
    package static let type = OperatorType(
        "noise", .chop, label: "Noise",
        pages: [noise, transform, constraints, channel, CHOPPages.source()], inputLimit: 3,
        cook: { ChannelCooking(cook) })

    private static let noise = ParameterPage(
        "Noise",
        [
            .menu(
                "type", "Type",
                [
                    ("sparse", "Sparse"), ("hermite", "Hermite"),
                    ("harmonic", "Harmomic Summation"), ("brownian", "Brownian"),
                    ("random", "Random"), ("alligator", "Alligator"),
                ]), .float("seed", "Seed", default: 1),
        ] + CHOPPages.time("period", "Period", default: 1)
            + [
                .int("harmon", "Harmonics", default: 2),
                .float("spread", "Harmonic Spread", default: 2),
                .float("rough", "Roughness", default: 0.5), .float("exp", "Exponent", default: 1),
                .int("numint", "Num of Integrals"), .float("amp", "Amplitude", default: 1),
            ] + CHOPPages.reset)
    private static let transform = ParameterPage(
        "Transform",
        [
            .menu(
                "xord", "Transform Order",
                [
                    ("srt", "Scale Rotate Translate"), ("str", "Scale Translate Rotate"),
                    ("rst", "Rotate Scale Translate"), ("rts", "Rotate Translate Scale"),
                    ("tsr", "Translate Scale Rotate"), ("trs", "Translate Rotate Scale"),
                ]),
            .menu(
                "rord", "Rotate Order",
                [
                    ("xyz", "Rx Ry Rz"), ("xzy", "Rx Rz Ry"), ("yxz", "Ry Rx Rz"),
                    ("yzx", "Ry Rz Rx"), ("zxy", "Rz Rx Ry"), ("zyx", "Rz Ry Rx"),
                ]), .numbers("t", "Translate", style: .xyzw, suffixes: ["x", "y", "z"]),
            .numbers("r", "Rotate", style: .xyzw, suffixes: ["x", "y", "z"]),
            .numbers(
                "s", "Scale", style: .xyzw, suffixes: ["x", "y", "z"], default: [1, 1, 1]),
            .numbers("p", "Pivot", style: .xyzw, suffixes: ["x", "y", "z"]),
        ])
    private static let constraints = ParameterPage(
        "Constraints",
        [
            .menu(
                "constraint", "Constraint",
                [
                    ("none", "None"), ("start", "Start Value"), ("end", "End Value"),
                    ("offset", "Mean Value"), ("endpoints", "Start/End Values"),
                ]), .float("constrstart", "Starting Value"),
            .float("constrend", "Ending Value"), .float("constrmean", "Mean Value"),
            .toggle("normal", "Normalize"),
        ])
    private static let channel = ParameterPage(
        "Channel",
        [.text("channelname", "Channel Names", default: "chan1")]
            + CHOPPages.time("start", "Start", unit: "samples")
            + CHOPPages.time("end", "End", default: 599, unit: "samples") + CHOPPages.rate()
            + CHOPPages.extend())

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let shape = try cook.frame()
        let kind = try cook.text("type")
        var result = try cook.filled(shape, names: cook.text("channelname")) { channel in
            let noise = try Noise(cook, kind, channel: channel, rate: shape.rate)
            let amplitude = try cook.number("amp")
            return { amplitude * noise.value(at: shape.start + Double($0)) }
        }
        guard !shape.isTimeSlice else { return result }
        for index in result.channels.indices {
            try constrain(&result.channels[index].samples, cook)
        }
        return result
    }

    /// One channel's noise.
    private struct Noise {
        let kind: String
        let period: Double
        let seed: Double
        let harmonics: Int
        let spread: Double
        let roughness: Double
        let exponent: Double
        let shift: Double
        let scale: Double

        @MainActor
        init(_ cook: ChannelCook, _ kind: String, channel: Int, rate: Double) throws {
            self.kind = kind
            period = max(1e-6, try cook.samples("period", at: rate))
            seed = try cook.number("seed") + Double(channel) * 17.31
            harmonics = min(max(try cook.whole("harmon"), 0), 32)
            (spread, roughness) = try (cook.number("spread"), cook.number("rough"))
            exponent = max(0.01, try cook.number("exp"))
            (shift, scale) = try (cook.number("tx") * rate, cook.number("sx"))
        }

        func value(at place: Double) -> Double {
            let place = (place - shift) / period / (scale == 0 ? 1 : scale)
            let raw: Double
            switch kind {
            case "random":
                raw = SeededNoise.value(Int(clamping: place * period), seed: seed) * 2 - 1
            case "sparse": raw = SeededNoise.gradient(place, seed: seed)
            case "hermite": raw = SeededNoise.smooth(place, seed: seed)
            case "alligator": raw = 1 - 2 * abs(SeededNoise.gradient(place, seed: seed))
            default: raw = sum(place)
            }
            return raw < 0 ? -pow(-raw, exponent) : pow(raw, exponent)
        }

        private func sum(_ place: Double) -> Double {
            var (total, weight, frequency) = (0.0, 1.0, 1.0)
            for harmonic in 0...harmonics {
                total +=
                    weight * SeededNoise.smooth(place * frequency, seed: seed + Double(harmonic))
                weight *= roughness
                frequency *= spread
            }
            return total
        }
    }

    @MainActor
    private static func constrain(_ samples: inout [Float], _ cook: ChannelCook) throws {
        guard let first = samples.first, let last = samples.last else { return }
        if try cook.isOn("normal"), let low = samples.min(), let high = samples.max(), high > low {
            samples = samples.map { ($0 - low) / (high - low) * 2 - 1 }
        }
        let (start, end) = try (cook.single("constrstart"), cook.single("constrend"))
        let steps = Float(max(samples.count - 1, 1))
        switch try cook.text("constraint") {
        case "start": samples = samples.map { $0 + start - first }
        case "end": samples = samples.map { $0 + end - last }
        case "offset":
            let mean = samples.reduce(0, +) / Float(samples.count)
            let wanted = try cook.single("constrmean")
            samples = samples.map { $0 + wanted - mean }
        case "endpoints":
            for index in samples.indices {
                let part = Float(index) / steps
                samples[index] += (start - first) * (1 - part) + (end - last) * part
            }
        default: break
        }
    }
}
