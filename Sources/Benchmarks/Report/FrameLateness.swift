/// Percentiles of how late the frames of one run started.
///
/// - Units: seconds
nonisolated struct FrameLateness: Codable, Sendable {
    let p50: Double
    let p99: Double
    let maximum: Double
    /// Frames that fell out because the one before was too late.
    let dropped: Int
    /// What the busy threads have done in a second, in rounds of their work.
    let work: Double
}
