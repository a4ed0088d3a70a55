/// Numbers that look random and are the same for the same place and seed, on every machine.
///
/// The mixing steps are those of SplitMix64. TouchDesigner's generators are not documented, so its
/// numbers are others.
///
/// - Source: <https://prng.di.unimi.it/splitmix64.c>
nonisolated enum SeededNoise {
    /// A number from 0 up to 1 for a whole place.
    static func value(_ place: Int, seed: Double) -> Double {
        var mixed = UInt64(bitPattern: Int64(place)) &* 0x9E37_79B9_7F4A_7C15
        mixed &+= seed.bitPattern &* 0xD1B5_4A32_D192_ED03
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Double(mixed >> 11) / 9_007_199_254_740_992
    }

    /// Smooth noise from -1 to 1: whole places carry numbers, in between lies a smooth curve.
    static func smooth(_ place: Double, seed: Double) -> Double {
        guard place.isFinite, abs(place) < 1e15 else { return 0 }
        let below = place.rounded(.down)
        let part = place - below
        let (low, high) = (
            value(Int(clamping: below), seed: seed) * 2 - 1,
            value(Int(clamping: below) + 1, seed: seed) * 2 - 1
        )
        return low + (high - low) * part * part * (3 - 2 * part)
    }

    /// Noise of slopes instead of values: zero at whole places, between -1 and 1.
    static func gradient(_ place: Double, seed: Double) -> Double {
        guard place.isFinite, abs(place) < 1e15 else { return 0 }
        let below = place.rounded(.down)
        let part = place - below
        let (left, right) = (
            value(Int(clamping: below), seed: seed) * 2 - 1,
            value(Int(clamping: below) + 1, seed: seed) * 2 - 1
        )
        let ease = part * part * part * (part * (part * 6 - 15) + 10)
        return 2 * (left * part * (1 - ease) + right * (part - 1) * ease)
    }
}
