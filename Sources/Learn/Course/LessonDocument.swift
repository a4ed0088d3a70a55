/// A lesson: one Markdown file with what the learner reads and what judges the answer.
package struct LessonDocument: Sendable {
    /// What the learner does.
    package enum Kind: String, Sendable, CaseIterable {
        /// Mends broken code.
        case fix
        /// Says what will happen before it is run.
        case predict
        /// Finds the order of threads that breaks the code.
        case `break`
        /// Brings code under a budget of time.
        case measure
        /// Reads code and answers questions.
        case read
    }

    /// Something that must hold after a run.
    package struct Expectation: Sendable, Equatable {
        /// What it says, for people.
        package let that: String
        /// The Python expression, and its value as text.
        package let value: String
        package let expected: String
        /// The task it belongs to, if any.
        package let task: Int?
    }

    /// In which orders of threads an answer is explored.
    package struct Proof: Sendable, Equatable {
        package let preemptions: Int
        /// As `verify --level` takes it.
        package let level: String
    }

    /// The file's name without its number and suffix, such as `frame-loop`.
    package let id: String
    /// Where the lesson lies.
    package let file: String
    package let title: String
    package let kind: Kind
    package let minutes: Int?
    package let concepts: [String]
    /// The lessons that come before, by their ids.
    package let requires: [String]
    /// The name of the file that the learner edits, reads or attacks.
    package let answerFile: String?
    package let frames: Int
    /// As `run --call` takes them.
    package let calls: [String]
    package let expectations: [Expectation]
    package let proof: Proof?
    package let invariants: [String]
    /// How long the main thread may be held in a frame, in virtual time.
    ///
    /// - Units: milliseconds
    package let budget: Double?
    /// What the learner's schedule must bring about, in a lesson of the kind `break`.
    package let goal: FailureName?
    /// The static rules that do not count.
    package let ignoredRules: [String]
    /// What stands before the first task or question.
    package let introduction: [String]
    package let tasks: [LessonTask]
    package let questions: [LessonQuestion]
    /// A network in TDN whose DATs name the answer's file.
    package let network: String?
    package let starter: LessonVariant?
    package let solution: LessonVariant?
    /// Answers that are right and written in other ways than the solution.
    package let right: [LessonVariant]
    /// Answers that are plausible and wrong.
    package let wrong: [LessonVariant]

    /// The most that the tasks and questions give.
    package var points: Int {
        max(1, tasks.map(\.points).reduce(0, +) + questions.count)
    }

    /// Whether a file of the learner's is judged.
    package var judgesCode: Bool { [.fix, .measure, .break].contains(kind) }
}
