import Testing

/// One place where the repository breaks a rule of the house.
struct Offence: Sendable, Equatable, CustomStringConvertible {
    /// The file's path from the top of the repository.
    let file: String
    /// The line, counted from 1.
    let line: Int
    /// What is wrong and what to do about it, in one sentence.
    let sentence: String

    var description: String { "\(file):\(line): \(sentence)" }
}

/// Records one failure for each offence, so that a run shows them all.
///
/// - Parameters:
///   - offences: What a rule found.
///   - sourceLocation: The test that asked.
func expectNone(
    _ offences: [Offence], sourceLocation: SourceLocation = #_sourceLocation
) {
    for offence in offences {
        Issue.record(Comment(rawValue: offence.description), sourceLocation: sourceLocation)
    }
}
