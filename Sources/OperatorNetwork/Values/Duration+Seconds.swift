nonisolated extension Duration {
    /// The length as a number.
    ///
    /// - Units: seconds
    package var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
