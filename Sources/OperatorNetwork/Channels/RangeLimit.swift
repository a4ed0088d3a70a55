/// Keeps values within bounds: by cutting, by starting again, or by turning back.
///
/// - Source: <https://docs.derivative.ca/Limit_CHOP>
nonisolated enum RangeLimit: String {
    case off
    case clamp
    case loop
    case zigzag

    /// The value within `low` and `high`; a range without length gives `low`.
    func apply(_ value: Double, _ low: Double, _ high: Double) -> Double {
        guard self != .off else { return value }
        let length = high - low
        guard length > 0, value.isFinite else {
            return self == .clamp ? min(max(value, low), high) : low
        }
        switch self {
        case .off: return value
        case .clamp: return min(max(value, low), high)
        case .loop: return low + Self.remainder(value - low, length)
        case .zigzag:
            let folded = Self.remainder(value - low, 2 * length)
            return low + (folded > length ? 2 * length - folded : folded)
        }
    }

    /// The remainder that is never negative.
    static func remainder(_ value: Double, _ length: Double) -> Double {
        let rest = value.truncatingRemainder(dividingBy: length)
        return rest < 0 ? rest + length : rest
    }
}
