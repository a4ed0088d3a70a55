/// Costs of a large network, an operator each.
///
/// - Units: nanoseconds; bytes
nonisolated struct NetworkCosts: Codable, Sendable {
    /// Creating it and asking for ten of its parameters.
    let create: Double
    /// Finding it by its path.
    let look: Double
    /// Finding it among all of its type.
    let find: Double
    /// Setting a parameter of one in a hundred, a frame, and looking at all that depends on them.
    let frame: Double
    /// What the process grew by.
    let bytes: Double
}
