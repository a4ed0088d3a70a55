/// The 1 € filter: a low pass whose cutoff rises with the speed of the signal.
///
/// - Source: Casiez, Roussel, Vogel: 1€ Filter, CHI 2012, <https://gery.casiez.net/1euro/>
nonisolated struct OneEuro: Sendable {
    private let rate: Double
    private let cutoff: Double
    private let coefficient: Double
    private let slopeCutoff: Double
    private var value = 0.0
    private var slope = 0.0

    @MainActor
    init(_ cook: ChannelCook, rate: Double) throws {
        self.rate = rate
        cutoff = max(1e-6, try cook.number("cutoff"))
        coefficient = try cook.number("speedcoeff")
        slopeCutoff = max(1e-6, try cook.number("slopecutoff"))
    }

    /// This filter at rest at a value.
    func starting(at value: Double) -> OneEuro {
        var filter = self
        filter.value = value
        return filter
    }

    mutating func next(_ sample: Double) -> Double {
        let raw = (sample - value) * rate
        slope += share(slopeCutoff) * (raw - slope)
        value += share(cutoff + coefficient * abs(slope)) * (sample - value)
        return value
    }

    private func share(_ cutoff: Double) -> Double {
        1 / (1 + rate / (2 * Double.pi * cutoff))
    }
}
