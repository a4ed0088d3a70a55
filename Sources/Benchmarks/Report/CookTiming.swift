/// What one look at the last of many expressions cost, beside the same look at a graph in Python.
nonisolated struct CookTiming: Codable, Sendable {
    /// How many values one look made, and how long it took.
    struct Look: Codable, Sendable {
        let evaluated: Int
        /// - Units: milliseconds
        let time: Double
    }

    /// What was done before the look.
    let name: String
    let ours: Look
    let python: Look
}
