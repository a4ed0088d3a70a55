/// Durations counted in fixed memory: any percentile to within one part in 64.
///
/// Each power of two of nanoseconds is cut into 64 equal classes, so short and long durations are
/// kept with the same relative care. The shortest 64 nanoseconds are exact.
package nonisolated struct DurationHistogram: Sendable {
    private static let classBits = 6
    private static let longest: UInt64 = (1 << 42) - 1
    private static let classCount = (42 - classBits + 1) << classBits

    /// How many durations were counted.
    package private(set) var count = 0
    private var classes = [Int](repeating: 0, count: classCount)
    private var longestSeen: UInt64 = 0
    private var total = 0.0

    /// Makes a histogram that has counted nothing.
    package init() {}

    /// The longest duration counted, exactly; zero while there is none.
    ///
    /// - Units: seconds
    package var maximum: Double { Double(longestSeen) / 1e9 }

    /// The sum of all durations divided by their number; zero while there is none.
    ///
    /// - Units: seconds
    package var mean: Double { count == 0 ? 0 : total / Double(count) }

    /// Counts one duration.
    ///
    /// - Parameter seconds: The duration; negative ones and NaN count as zero, and those beyond
    ///   73 minutes as 73 minutes.
    package mutating func record(_ seconds: Double) {
        let bounded = seconds > 0 ? min(seconds * 1e9, Double(Self.longest)) : 0
        let nanoseconds = min(UInt64(bounded.rounded()), Self.longest)
        count &+= 1
        total += bounded / 1e9
        longestSeen = max(longestSeen, nanoseconds)
        classes[Self.classIndex(nanoseconds)] &+= 1
    }

    /// The duration below or at which a share of all counted durations lies.
    ///
    /// - Parameter share: Between 0 and 1, for example 0.99.
    /// - Returns: The upper bound of the class in which the share is reached; zero while there is
    ///   no duration.
    /// - Units: seconds
    package func percentile(_ share: Double) -> Double {
        guard count > 0, !share.isNaN else { return 0 }
        let wanted = max(1, Int((max(0, min(share, 1)) * Double(count)).rounded(.up)))
        var seen = 0
        for (index, number) in classes.enumerated() where number > 0 {
            seen += number
            if seen >= wanted {
                return Double(min(Self.upperBound(ofClass: index), longestSeen)) / 1e9
            }
        }
        return maximum
    }

    private static func classIndex(_ nanoseconds: UInt64) -> Int {
        let bits = UInt64.bitWidth - nanoseconds.leadingZeroBitCount
        guard bits > classBits else { return Int(nanoseconds) }
        let shift = bits - classBits - 1
        return (shift << classBits) + Int(nanoseconds >> UInt64(shift))
    }

    private static func upperBound(ofClass index: Int) -> UInt64 {
        guard index >= 2 << classBits else { return UInt64(index) }
        let shift = (index >> classBits) - 1
        let first = UInt64(index - (shift << classBits))
        return ((first + 1) << UInt64(shift)) - 1
    }
}
