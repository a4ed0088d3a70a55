#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// The shapes of one cycle of a wave.
///
/// - Source: <https://docs.derivative.ca/LFO_CHOP>, <https://docs.derivative.ca/Wave_CHOP>
nonisolated enum WaveShape: String {
    case constant = "const"
    case sine = "sin"
    case cosine = "cos"
    case gaussian = "normal"
    case triangle = "tri"
    case ramp
    case square
    case pulse

    /// The value at a place of the cycle.
    ///
    /// - Parameters:
    ///   - place: In cycles; whole numbers begin one.
    ///   - bias: From -1 to 1, moves the middle of triangle, Gaussian and square.
    ///   - step: How far the sample before lies, in cycles; a pulse is one sample long.
    /// - Returns: The value, from -1 to 1 or from 0 to 1.
    func value(_ place: Double, bias: Double = 0, step: Double = 0) -> Double {
        let part = RangeLimit.remainder(place.isFinite ? place : 0, 1)
        let middle = min(max(0.5 + bias / 2, 0), 1)
        switch self {
        case .constant: return 1
        case .sine: return sin(2 * .pi * part)
        case .cosine: return cos(2 * .pi * part)
        case .gaussian:
            let distance =
                part < middle
                ? (part / middle - 1) / 2 : middle == 1 ? 0 : (part - middle) / (1 - middle) / 2
            return exp(-distance * distance * 32)
        case .triangle:
            // From 0 up to 1, down to -1 and back, as the sine goes.
            let peak = middle / 2
            if part < peak { return part / peak }
            if part < 1 - peak { return 1 - 2 * (part - peak) / (1 - 2 * peak) }
            return peak == 0 ? 0 : (part - 1) / peak
        case .ramp: return part
        case .square: return part < middle ? 1 : -1
        case .pulse: return part < max(step, 1e-12) || step >= 1 ? 1 : 0
        }
    }
}
