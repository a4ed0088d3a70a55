/// What happens when inputs have different sample rates.
nonisolated enum RateMatch: String {
    case first
    case highest = "max"
    case lowest = "min"
    case error = "err"

    /// The inputs at one rate.
    ///
    /// - Throws: `CookFailure` when they differ and may not, or too many samples come of it.
    func apply(_ inputs: [Channels]) throws(CookFailure) -> [Channels] {
        let rates = inputs.filter { !$0.channels.isEmpty }.map(\.rate)
        guard let first = rates.first, rates.contains(where: { $0 != first }) else { return inputs }
        let rate =
            switch self {
            case .first: first
            case .highest: rates.max() ?? first
            case .lowest: rates.min() ?? first
            case .error:
                throw CookFailure(
                    "The sample rates of the inputs differ (\(rates)), and Sample Rate Match says "
                        + "that they must not.")
            }
        return try inputs.map { input throws(CookFailure) in try input.resampled(to: rate) }
    }
}
