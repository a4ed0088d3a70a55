/// What happens when inputs have different sample rates.
nonisolated enum RateMatch: String {
    case first
    case highest = "max"
    case lowest = "min"
    case error = "err"

    /// The inputs at one rate.
    ///
    /// - Throws: `ChannelError` when they differ and may not.
    func apply(_ inputs: [Channels]) throws(ChannelError) -> [Channels] {
        let rates = inputs.filter { !$0.channels.isEmpty }.map(\.rate)
        guard let first = rates.first, rates.contains(where: { $0 != first }) else { return inputs }
        let rate =
            switch self {
            case .first: first
            case .highest: rates.max() ?? first
            case .lowest: rates.min() ?? first
            case .error:
                throw ChannelError(
                    "The sample rates of the inputs differ (\(rates)), and Sample Rate Match says "
                        + "that they must not.")
            }
        return inputs.map { $0.resampled(to: rate) }
    }
}
