/// Whether a reset input resets now, according to the Reset Condition menu.
///
/// - Source: <https://docs.derivative.ca/Count_CHOP>
nonisolated struct ResetGate: Sendable {
    enum Condition: String, Sendable {
        case offToOn = "offtoon"
        case whileOn = "on"
        case onToOff = "ontooff"
        case whileOff = "off"
    }

    private var wasOn: Bool?

    /// Takes in the next sample of the reset input.
    ///
    /// - Returns: Whether it resets.
    mutating func resets(_ sample: Float?, _ condition: Condition) -> Bool {
        guard let sample else { return false }
        let isOn = sample > 0
        defer { wasOn = isOn }
        return switch condition {
        case .whileOn: isOn
        case .whileOff: !isOn
        case .offToOn: isOn && wasOn == false
        case .onToOff: !isOn && wasOn == true
        }
    }
}
