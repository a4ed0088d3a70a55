/// How long a start with one frame and the end take, beside Python's own.
///
/// - Units: milliseconds
nonisolated struct StartComparison: Codable, Sendable {
    /// The import that both make; empty for none.
    let imported: String
    /// A run of a small extension.
    let ours: Spread?
    /// `python3 -I -c pass`, or the import in the place of `pass`.
    let python: Spread?
    let ourBest: Double
    let pythonBest: Double
}
