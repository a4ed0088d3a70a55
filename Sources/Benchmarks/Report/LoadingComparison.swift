/// How long it takes to load a large network from a file, beside only parsing that file in Python.
///
/// - Units: milliseconds of thread time
nonisolated struct LoadingComparison: Codable, Sendable {
    /// How many operators the file has.
    let operators: Int
    /// How large it is.
    ///
    /// - Units: bytes
    let size: Int
    /// Reading, checking and building the network.
    let ours: Spread?
    /// Reading and checking alone.
    let reading: Spread?
    /// `yaml.load` with PyYAML's loader in C; nil where PyYAML is not installed.
    let python: Spread?
}
