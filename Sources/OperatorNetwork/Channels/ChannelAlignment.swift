/// How inputs of different ranges and rates are brought to one.
///
/// - Source: <https://docs.derivative.ca/Merge_CHOP>
nonisolated enum ChannelAlignment: String {
    case automatic = "auto"
    case extendToMinMax = "none"
    case stretchToMinMax = "stretch"
    case shiftToMinimum = "start"
    case shiftToMaximum = "end"
    case shiftToFirst = "shift1"
    case trimToFirst = "trim1"
    case stretchToFirst = "stretch1"
    case trimToSmallest = "trim"
    case stretchToSmallest = "squash"

    /// The inputs with one start, one length.
    ///
    /// - Throws: `CookFailure` when that makes too many samples.
    func apply(_ inputs: [Channels]) throws(CookFailure) -> [Channels] {
        let filled = inputs.filter { $0.count > 0 }
        guard let first = filled.first, filled.count > 1,
            filled.contains(where: { $0.start != first.start || $0.count != first.count })
        else { return inputs }
        let latest = filled.first { $0.isTimeSlice } ?? first
        let starts = filled.map(\.start)
        let ends = filled.map(\.end)
        let (low, high) = (starts.min() ?? 0, ends.max() ?? 0)
        let longest = filled.map(\.count).max() ?? 0
        let (inner, outer) = (starts.max() ?? 0, ends.min() ?? 0)
        let span = spans(latest.isTimeSlice) ? try ChannelLimit.checked(high - low + 1) : 0
        let overlap = max(1, Int(clamping: outer - inner + 1))
        return inputs.map { input in
            guard input.count > 0 else { return input }
            switch self {
            case .automatic where latest.isTimeSlice:
                return Self.slice(input, like: latest)
            case .automatic, .extendToMinMax: return input.trimmed(from: low, count: span)
            case .stretchToMinMax: return Self.moved(input.stretched(to: span), to: low)
            case .shiftToMinimum:
                return Self.moved(input, to: low).trimmed(from: low, count: longest)
            case .shiftToMaximum:
                let moved = Self.moved(input, to: high - Double(input.count - 1))
                return moved.trimmed(from: high - Double(longest - 1), count: longest)
            case .shiftToFirst:
                return Self.moved(input, to: first.start)
                    .trimmed(from: first.start, count: first.count)
            case .trimToFirst: return input.trimmed(from: first.start, count: first.count)
            case .stretchToFirst:
                return Self.moved(input.stretched(to: first.count), to: first.start)
            case .trimToSmallest: return input.trimmed(from: inner, count: overlap)
            case .stretchToSmallest: return Self.moved(input.stretched(to: overlap), to: inner)
            }
        }
    }

    /// Whether the whole span of the inputs is filled.
    private func spans(_ isSliced: Bool) -> Bool {
        switch self {
        case .automatic: !isSliced
        case .extendToMinMax, .stretchToMinMax: true
        default: false
        }
    }

    private static func slice(_ input: Channels, like slice: Channels) -> Channels {
        guard input.isTimeSlice else { return input.trimmed(from: slice.start, count: slice.count) }
        // Slices of one frame end together, whatever their lengths.
        return moved(input, to: slice.end - Double(input.count - 1))
            .trimmed(from: slice.start, count: slice.count)
    }

    private static func moved(_ channels: Channels, to start: Double) -> Channels {
        var moved = channels
        moved.start = start
        return moved
    }
}
