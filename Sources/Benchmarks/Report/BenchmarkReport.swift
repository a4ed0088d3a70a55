/// Everything that one run measured.
nonisolated struct BenchmarkReport: Codable, Sendable {
    /// The running CPython.
    let python: String
    /// Accesses from Python, and calls into it.
    var comparisons: [Comparison] = []
    /// Large networks.
    var networks: [NetworkComparison] = []
    /// How late frames start.
    var frames: [FrameComparison] = []
    /// Expressions that depend on each other.
    var cooks: [CookTiming] = []
    /// Start, first frame and end.
    var start: [StartComparison] = []
    /// From a saved answer to its verdict.
    var verdicts: [VerdictTiming] = []
    /// Orders of threads.
    var scheduling: [SchedulingComparison] = []
    /// Loading a large network from its file.
    var loading: LoadingComparison?
    /// Reading and showing whole projects.
    var projects: [ProjectTiming] = []
}
