/// How values between samples are found when channels are stretched.
///
/// - Source: <https://docs.derivative.ca/Resample_CHOP>
nonisolated enum Interpolation: String {
    case none = "nointerp"
    case linear
    case cubic
    case pulses = "edge"
    case repeating = "repeat"

    static let menu = [
        ("nointerp", "No Interpolation"), ("linear", "Linear"), ("cubic", "Cubic"),
        ("edge", "Pulse Preserve"), ("repeat", "Repeat Samples"),
    ]

    /// As many samples as asked for over the same range.
    func stretch(_ samples: [Float], to count: Int) -> [Float] {
        guard let last = samples.last, count != samples.count else { return samples }
        let old = samples.count
        switch self {
        case .repeating: return (0..<count).map { samples[$0 % old] }
        case .pulses:
            // Each pulse stays one sample long, at the place nearest to its own.
            var result = Array(repeating: Float(0), count: count)
            for (index, sample) in samples.enumerated() where sample != 0 {
                result[min(index * count / old, count - 1)] = sample
            }
            return result
        default: break
        }
        let ratio = count > 1 ? Double(old - 1) / Double(count - 1) : 0
        return (0..<count).map { index in
            let place = Double(index) * ratio
            let below = min(Int(clamping: place), old - 1)
            let part = Float(place - Double(below))
            guard part > 0, below + 1 < old else { return below + 1 < old ? samples[below] : last }
            let (one, two) = (samples[below], samples[below + 1])
            switch self {
            case .none: return one
            case .cubic:
                let before = samples[max(below - 1, 0)]
                let after = samples[min(below + 2, old - 1)]
                let (first, second) = ((two - before) / 2, (after - one) / 2)
                let (a, b) = (
                    2 * (one - two) + first + second, 3 * (two - one) - 2 * first - second
                )
                return ((a * part + b) * part + first) * part + one
            default: return one + (two - one) * part
            }
        }
    }
}
