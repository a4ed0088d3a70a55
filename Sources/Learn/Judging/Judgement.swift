/// What judging an answer came to.
package struct Judgement: Sendable {
    /// What was done with an answer, in this order.
    package enum Stage: Int, Sendable, Comparable, CaseIterable {
        /// Whether it leaves alone what judges it.
        case fairness
        /// Static rules, and whether Python can read it.
        case check
        /// One run on virtual time.
        case run
        /// All orders of its threads up to a bound.
        case proof
        /// The learner's own schedule, in a lesson of the kind `break`.
        case replay

        package static func < (left: Stage, right: Stage) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// The last stage that the answer came to.
    package var stage = Stage.fairness
    /// Why it does not pass; empty when it does.
    package var failures: [JudgedFailure] = []
    /// What it printed itself.
    package var output = ""
    /// How many orders of threads were run.
    package var schedules = 0
    /// What is proved of it, in a sentence; nil when nothing was to be proved.
    package var proof: String?
    /// Schedules that show what is wrong, for `understudy replay`, in the folder asked for.
    package var replays: [String] = []
    /// - Units: seconds of real time
    package var seconds = 0.0

    /// Whether the answer is right.
    package var passed: Bool { failures.isEmpty }

    /// What it fails by.
    package var names: Set<FailureName> { Set(failures.map(\.name)) }
}
