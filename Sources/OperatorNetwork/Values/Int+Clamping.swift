nonisolated extension Int {
    /// The whole number at or below a number, or the nearest that can still be counted from.
    ///
    /// Scripts, parameters and channels give any number there is: `Int(_:)` would end the program.
    /// What is not a number becomes 0.
    package init(clamping value: Double) {
        self = value.isNaN ? 0 : Int(Swift.max(-9e18, Swift.min(value.rounded(.down), 9e18)))
    }
}
