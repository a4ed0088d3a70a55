/// Arithmetic among several channels: sample by sample.
///
/// - Source: <https://docs.derivative.ca/Math_CHOP>
nonisolated enum ChannelCombination: String {
    case off
    case add
    case subtract = "sub"
    case multiply = "mul"
    case divide = "div"
    case average = "avg"
    case minimum = "min"
    case maximum = "max"
    case length = "len"

    /// The channels in scope as one, under the first one's name; the others are left as they are.
    func ofChannels(_ channels: Channels, scope: Set<Int>) -> Channels {
        guard self != .off, let first = channels.channels.indices.first(where: scope.contains)
        else { return channels }
        var result = channels
        let parts = channels.channels.indices.filter(scope.contains)
        result.channels[first].samples = apply(parts.map { channels.channels[$0].samples })
        let gone = Set(parts.dropFirst())
        result.channels = result.channels.enumerated().filter { !gone.contains($0.offset) }
            .map(\.element)
        return result
    }

    /// The samples of several channels as one; a shorter one ends early.
    func apply(_ parts: [[Float]]) -> [Float] {
        guard let first = parts.first, parts.count > 1 || self == .length else {
            return parts.first ?? []
        }
        if self == .length {
            return first.indices.map { index in
                parts.reduce(Float(0)) { $0 + $1[at: index] * $1[at: index] }.squareRoot()
            }
        }
        var total = first
        let longest = parts.map(\.count).max() ?? 0
        if total.count < longest { total += Array(repeating: 0, count: longest - total.count) }
        for part in parts.dropFirst() {
            for index in part.indices { total[index] = pair(total[index], part[index]) }
        }
        if self == .average { return total.map { $0 / Float(parts.count) } }
        return total
    }

    private func pair(_ one: Float, _ other: Float) -> Float {
        switch self {
        case .off, .length: one
        case .add, .average: one + other
        case .subtract: one - other
        case .multiply: one * other
        case .divide: other == 0 ? 0 : one / other
        case .minimum: min(one, other)
        case .maximum: max(one, other)
        }
    }
}

nonisolated extension Array where Element == Float {
    /// The sample at a place; zero past the end.
    subscript(at index: Int) -> Float { indices.contains(index) ? self[index] : 0 }
}
