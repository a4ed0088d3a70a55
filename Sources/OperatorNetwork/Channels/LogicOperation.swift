/// Logic among several channels of zeros and ones.
///
/// - Source: <https://docs.derivative.ca/Logic_CHOP>
nonisolated enum LogicOperation: String {
    case off, and, or, xor, nand, nor
    case equivalent = "eqv"
    case lowest, highest

    /// The samples of several channels as one.
    func apply(_ parts: [[Float]]) -> [Float] {
        guard self != .off, let first = parts.first else { return parts.first ?? [] }
        return first.indices.map { index in
            let values = parts.map { $0[at: index] != 0 }
            let on = values.count { $0 }
            return switch self {
            case .off: first[index]
            case .and: on == values.count ? 1 : 0
            case .or: on > 0 ? 1 : 0
            case .xor: on % 2 == 1 ? 1 : 0
            case .nand: on == values.count ? 0 : 1
            case .nor: on > 0 ? 0 : 1
            case .equivalent: on == 0 || on == values.count ? 1 : 0
            case .lowest: Float(values.firstIndex(of: true) ?? -1)
            case .highest: Float(values.lastIndex(of: true) ?? -1)
            }
        }
    }
}
