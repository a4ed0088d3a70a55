/// Everything that one run measured.
nonisolated struct BenchmarkReport: Codable, Sendable {
    /// The running CPython.
    let python: String
    /// Accesses from Python, and calls into it.
    var comparisons: [Comparison] = []
}
