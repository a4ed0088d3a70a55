/// What one look at the last of many expressions cost.
nonisolated struct CookTiming: Codable, Sendable {
    /// What was done before the look.
    let name: String
    /// How many expressions were evaluated for it.
    let evaluated: Int
    /// How long it took.
    let milliseconds: Double
}
