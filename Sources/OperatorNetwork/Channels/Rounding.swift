/// How values become whole numbers.
nonisolated enum Rounding: String {
    case off
    case ceiling
    case floor
    case round

    func apply(_ value: Double) -> Double {
        switch self {
        case .off: value
        case .ceiling: value.rounded(.up)
        case .floor: value.rounded(.down)
        case .round: (value + 0.5).rounded(.down)
        }
    }
}
