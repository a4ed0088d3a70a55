#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Smooths or sharpens channels by weighing each sample with its neighbours.
///
/// Over a time slice only the past is known: a symmetric filter then gives the value of half its
/// width ago. De-spike takes the median of the width; Ramp Preserve and the slope resets have no
/// effect.
///
/// - Source: <https://docs.derivative.ca/Filter_CHOP>
package nonisolated enum FilterCHOP {
    package static let type = OperatorType(
        "filter", .chop, label: "Filter", pages: [filter, CHOPPages.filter(timeSlice: true)],
        inputLimit: 1, cook: { ChannelCooking(cook) })

    private static let filter = ParameterPage(
        "Filter",
        [
            .menu(
                "type", "Type",
                [
                    ("gauss", "Gaussian"), ("halfgauss", "Left Half Gaussian"), ("box", "Box"),
                    ("halfbox", "Left Half Box"), ("edge", "Edge Detect"),
                    ("sharpen", "Sharpen"), ("despike", "De-spike"),
                    ("ramp", "Ramp Preserve"), ("oneeuro", "One Euro"),
                ]), .float("effect", "Effect", default: 1),
        ] + CHOPPages.time("width", "Filter Width", default: 0.2)
            + [
                .float("spike", "Spike Tolerance", default: 0.1),
                .float("ramptolerance", "Ramp Tolerance", default: 0.1),
                .float("ramprate", "Ramp Rate", default: 1),
                .int("passes", "Number of Passes", default: 1),
                .float("cutoff", "Cutoff Frequency (Hz)", default: 1),
                .float("speedcoeff", "Speed Coefficient", default: 1),
                .float("slopecutoff", "Slope Cutoff Frequency (Hz)", default: 1),
                .toggle("slopedownreset", "Slope Down Reset"),
                .float("slopedownmax", "Slope Down Max", default: 1),
                .toggle("slopeupreset", "Slope Up Reset"),
                .float("slopeupmax", "Slope Up Max", default: 1),
            ] + CHOPPages.reset + [.toggle("filterpersample", "Filter per Sample")])

    private struct State {
        var past: [Float]
        var euro: OneEuro?
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let input = cook.input
        let kind = try cook.text("type")
        let isPerSample = try cook.isOn("filterpersample")
        let rate = isPerSample ? cook.now.rate : input.rate
        let isStatic = try !cook.isOn("timeslice") && !input.isTimeSlice && !isPerSample
        if isStatic, kind != "oneeuro" {
            return try cook.renamed(
                cook.mapScoped(input) { _, samples in
                    try Kernel(cook, kind, rate: rate).apply(
                        to: samples, passes: cook.whole("passes"), effect: cook.single("effect"))
                })
        }
        let isReset = try cook.isOn("reset") || cook.isPressed("resetpulse")
        let result = try cook.stepping(
            input, perSample: "filterpersample", start: { State(past: [$0]) }
        ) { _ in
            let kernel = try Kernel(cook, kind, rate: rate)
            let effect = try cook.single("effect")
            let euro = kind == "oneeuro" ? try OneEuro(cook, rate: rate) : nil
            return { state, sample, _ in
                if isReset { state = State(past: [sample]) }
                if let euro {
                    let value = state.euro?.next(Double(sample)) ?? Double(sample)
                    if state.euro == nil { state.euro = euro.starting(at: Double(sample)) }
                    return sample + (Float(value) - sample) * effect
                }
                state.past.append(sample)
                let extra = state.past.count - kernel.length
                if extra > 0 { state.past.removeFirst(extra) }
                return sample + (kernel.newest(of: state.past) - sample) * effect
            }
        }
        return try cook.renamed(result)
    }

    /// The weights of neighbouring samples.
    private struct Kernel {
        let kind: String
        let weights: [Float]
        let spike: Float

        var length: Int { weights.count }
        var isHalf: Bool { kind.hasPrefix("half") }

        @MainActor
        init(_ cook: ChannelCook, _ kind: String, rate: Double) throws {
            self.kind = kind
            spike = try cook.single("spike")
            let width = min(max(try cook.samples("width", at: rate), 0), 1_000_000)
            let count = max(1, Int(clamping: width.rounded())) | (kind.hasPrefix("half") ? 0 : 1)
            let middle = isHalfKind(kind) ? Double(count - 1) : Double(count - 1) / 2
            let reach = max(isHalfKind(kind) ? Double(count) : Double(count) / 2, 1e-9)
            let raw = (0..<count).map { place -> Double in
                let distance = (Double(place) - middle) / reach
                return kind.hasSuffix("box") ? 1 : exp(-4.5 * distance * distance)
            }
            let total = raw.reduce(0, +)
            weights = raw.map { Float($0 / total) }
        }

        /// The value at the newest place, from what is known of the past.
        func newest(of past: [Float]) -> Float {
            let missing = length - past.count
            let window =
                missing > 0 ? Array(repeating: past[0], count: missing) + past : past
            return value(of: window)
        }

        /// A window of `length` samples as one.
        private func value(of window: [Float]) -> Float {
            let middle = window[isHalf ? length - 1 : length / 2]
            if kind == "despike" {
                let median = window.sorted()[length / 2]
                return abs(middle - median) > spike ? median : middle
            }
            let smooth = zip(window, weights).reduce(Float(0)) { $0 + $1.0 * $1.1 }
            return switch kind {
            case "edge": middle - smooth
            case "sharpen": 2 * middle - smooth
            default: smooth
            }
        }

        func apply(to samples: [Float], passes: Int, effect: Float) -> [Float] {
            var result = samples
            let extend = ChannelExtend()
            for _ in 0..<min(max(passes, 1), 100) {
                let source = result
                let before = isHalf ? length - 1 : length / 2
                result = source.indices.map { index in
                    let window = (0..<length).map {
                        extend.value(at: index - before + $0, of: source)
                    }
                    return source[index] + (value(of: window) - source[index]) * effect
                }
            }
            return result
        }
    }

    private static func isHalfKind(_ kind: String) -> Bool { kind.hasPrefix("half") }
}
