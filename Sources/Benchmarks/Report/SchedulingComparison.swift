/// How many orders of an extension's threads are run in a second.
nonisolated struct SchedulingComparison: Codable, Sendable {
    /// The extension.
    let name: String
    /// With a process for each order, the network, the guard and all that is looked for.
    let ours: Double
    /// With a scheduler in Python, in one process, around a stand-in for the operators.
    let python: Double

    /// How many times as many orders `understudy` runs.
    var ratio: Double { python > 0 ? ours / python : 0 }
}
