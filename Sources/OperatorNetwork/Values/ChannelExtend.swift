/// What channels are outside of their samples: before the first, and after the last.
///
/// - Source: <https://docs.derivative.ca/Extend_CHOP>
package nonisolated struct ChannelExtend: Equatable, Sendable {
    /// How the samples go on, spelled as the parameters `left` and `right` do.
    package nonisolated enum Condition: String, Sendable, CaseIterable {
        case hold
        case slope
        case cycle
        case mirror
        case defaultValue = "default"
    }

    package var left = Condition.hold
    package var right = Condition.hold
    /// What `defaultValue` gives.
    package var value: Float = 0

    /// The value at a whole place, counted from the first sample, inside or outside.
    package func value(at place: Int, of samples: [Float]) -> Float {
        if samples.indices.contains(place) { return samples[place] }
        guard let first = samples.first, let last = samples.last else { return 0 }

        let count = samples.count
        let isLeft = place < 0
        switch isLeft ? left : right {
        case .hold: return isLeft ? first : last
        case .defaultValue: return value
        case .cycle: return samples[Self.modulo(place, count)]
        case .mirror:
            let folded = Self.modulo(place, 2 * count)
            return samples[folded < count ? folded : 2 * count - 1 - folded]
        case .slope:
            guard count > 1 else { return first }
            return isLeft
                ? first + Float(place) * (samples[1] - first)
                : last + Float(place - count + 1) * (last - samples[count - 2])
        }
    }

    /// The value between places, on the straight line between its neighbours.
    package func value(at place: Double, of samples: [Float]) -> Float {
        guard place.isFinite, abs(place) < Double(Int32.max) else { return samples.last ?? 0 }
        let below = place.rounded(.down)
        let low = value(at: Int(clamping: below), of: samples)
        guard below != place else { return low }
        let high = value(at: Int(clamping: below) + 1, of: samples)
        return low + (high - low) * Float(place - below)
    }

    private static func modulo(_ place: Int, _ count: Int) -> Int {
        let rest = place % count
        return rest < 0 ? rest + count : rest
    }
}
