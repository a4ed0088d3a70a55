internal import Exploration

/// What a schedule reports of itself.
struct Outcome: Codable {
    var defects: [Defect] = []
    /// The threads' names.
    var names: [Int: String] = [:]
    /// Where the threads stand, when it was paused.
    var paused: [PausedThread] = []
    /// What the operators hold that they did not hold at first, when it was paused.
    var changes: [String] = []
}
