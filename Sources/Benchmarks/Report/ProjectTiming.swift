/// What it takes to read, check and show a whole project, from the program's start to its end.
nonisolated struct ProjectTiming: Codable, Sendable {
    let name: String
    /// - Units: milliseconds
    let ours: Spread?
    /// `python3` that parses the project's first file with PyYAML's loader in C, and no other; nil where
    /// PyYAML is not installed.
    let python: Spread?
    /// The most memory that Understudy had at once.
    ///
    /// - Units: megabytes
    let oursMemory: Double
    /// The same of the program that only parses.
    ///
    /// - Units: megabytes
    let pythonMemory: Double?
}
