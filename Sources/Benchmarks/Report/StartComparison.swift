/// How long a start with one frame and the end take, beside Python's own.
///
/// - Units: milliseconds
nonisolated struct StartComparison: Codable, Sendable {
    let ours: Spread?
    /// `python3 -I -c pass`.
    let python: Spread?
    let ourBest: Double
    let pythonBest: Double
}
