#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Sequences of samples: ramps, waves, random numbers.
///
/// Random numbers are our own (see `SeededNoise`). Combine Channels, Taper Decay Rate and Step per
/// Cycle have no effect.
///
/// - Source: <https://docs.derivative.ca/Pattern_CHOP>
package nonisolated enum PatternCHOP {
    package static let type = OperatorType(
        "pattern", .chop, label: "Pattern", pages: [pattern, channel, CHOPPages.source()],
        inputLimit: 1, cook: { ChannelCooking(cook) })

    private static let pattern = ParameterPage(
        "Pattern",
        [
            .menu(
                "wavetype", "Type",
                [
                    ("const", "Constant"), ("sin", "Sine"), ("cos", "Cosine"),
                    ("tri", "Triangle"), ("ramp", "Ramp"), ("rampsamples", "Ramp Samples"),
                    ("square", "Square"), ("pulse", "Pulse"), ("random", "Random"),
                    ("randomcycle", "Random per Cycle"),
                    ("randomnonrepint", "Random Non-Repeating Integers"), ("step", "Step"),
                    ("rampcyclic", "Cyclic Ramp"),
                ], default: "ramp"), .int("length", "Length", default: 1000, max: 1000),
            .float("numcycles", "Number of Cycles", default: 1),
            .float("steppercycle", "Step per Cycle"),
            .int("numsteps", "Number of Steps", default: 2), .float("bias", "Bias"),
            .float("seed", "Seed", default: 1), .float("phase", "Phase"),
            .float("phasestep", "Phase Step per Channel"),
            .numbers("taper", "Taper", style: .float, suffixes: ["1", "2"], default: [1, 1]),
            .float("taperdecay", "Taper Decay Rate"),
            .float("amp", "Amplitude", default: 1), .float("offset", "Offset"),
            .numbers(
                "fromrange", "From Range", style: .float, suffixes: ["1", "2"], default: [0, 1]),
            .numbers("torange", "To Range", style: .float, suffixes: ["1", "2"], default: [0, 1]),
            CHOPPages.integer, .toggle("reverse", "Reverse"), .toggle("randomize", "Randomize"),
        ])
    private static let channel = ParameterPage(
        "Channel",
        [
            .text("channelname", "Channel Names", default: "chan1"),
            .menu(
                "combine", "Combine Channels",
                [
                    ("off", "Off"), ("append", "Append"), ("insert", "Insert"),
                    ("replace", "Replace"), ("add", "Add"), ("multiply", "Multiply"),
                ]),
        ] + CHOPPages.rate() + CHOPPages.extend())

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var shape = Channels(rate: try cook.rate())
        shape.count = try ChannelLimit.checked(cook.number("length"))
        shape.extend = try cook.extend()
        let rounding = try cook.choice("integer", Rounding.off)
        var result = try cook.filled(shape, names: cook.text("channelname")) { channel in
            let sample = try sampler(cook, shape.count, channel)
            let (amplitude, offset) = try (cook.number("amp"), cook.number("offset"))
            let (from, to) = try (cook.range("fromrange"), cook.range("torange"))
            let taper = try cook.range("taper")
            let steps = Double(max(shape.count - 1, 1))
            return { index in
                let fade = taper.low + (taper.high - taper.low) * Double(index) / steps
                var value = sample(index) * amplitude * fade + offset
                if from != to, from.high != from.low {
                    value =
                        to.low + (value - from.low) / (from.high - from.low) * (to.high - to.low)
                }
                return rounding.apply(value)
            }
        }
        let (isReversed, isMixed) = try (cook.isOn("reverse"), cook.isOn("randomize"))
        let seed = try cook.number("seed")
        for index in result.channels.indices {
            if isReversed { result.channels[index].samples.reverse() }
            if isMixed {
                let samples = result.channels[index].samples
                result.channels[index].samples =
                    permutation(samples.count, seed + Double(index)).map { samples[$0] }
            }
        }
        return result
    }

    /// The function of the sample's number that the type asks for.
    @MainActor
    private static func sampler(
        _ cook: ChannelCook, _ count: Int, _ channel: Int
    ) throws -> (Int) -> Double {
        let kind = try cook.text("wavetype")
        let cycles = try cook.number("numcycles")
        let bias = try cook.number("bias")
        let seed = try cook.number("seed") + Double(channel) * 17.31
        let phase = try cook.number("phase") + cook.number("phasestep") * Double(channel)
        let steps = Double(max(1, try cook.whole("numsteps")))
        let perSample = cycles / Double(count)
        let last = Double(max(count - 1, 1))
        func cyclic(_ index: Int) -> Double { Double(index) * perSample + phase }
        switch kind {
        case "ramp":
            // The last sample reaches 1; more than one cycle starts again in between.
            return { index in
                let place = Double(index) / last * cycles + phase
                return place == place.rounded() && index == count - 1 && place > 0
                    ? 1 : RangeLimit.remainder(place, 1)
            }
        case "rampsamples": return { Double($0) }
        case "rampcyclic": return { RangeLimit.remainder(cyclic($0), 1) }
        case "step":
            return { index in
                (RangeLimit.remainder(cyclic(index), 1) * steps).rounded(.down)
                    / max(steps - 1, 1)
            }
        case "random": return { SeededNoise.value($0, seed: seed) }
        case "randomcycle":
            return { SeededNoise.value(Int(clamping: cyclic($0)), seed: seed) }
        case "randomnonrepint":
            let order = permutation(count, seed)
            return { Double(order[$0]) }
        default:
            let shape = WaveShape(rawValue: kind) ?? .constant
            return { shape.value(cyclic($0), bias: bias, step: abs(perSample)) }
        }
    }

    /// The numbers below `count` in a random order.
    private static func permutation(_ count: Int, _ seed: Double) -> [Int] {
        var order = Array(0..<count)
        for place in stride(from: count - 1, to: 0, by: -1) {
            order.swapAt(
                place, Int(clamping: SeededNoise.value(place, seed: seed) * Double(place + 1)))
        }
        return order
    }
}
