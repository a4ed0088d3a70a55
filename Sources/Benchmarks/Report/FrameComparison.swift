/// How late frames started at one rate, beside a number of busy threads.
nonisolated struct FrameComparison: Codable, Sendable {
    /// - Units: frames per second
    let rate: Double
    /// Threads that compute for ever.
    let threads: Int
    /// What they compute.
    let kind: String
    let ours: FrameLateness
    /// A plain Python loop over `time.sleep`.
    let python: FrameLateness
}
