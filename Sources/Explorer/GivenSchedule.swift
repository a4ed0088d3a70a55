internal import Exploration

/// A schedule that somebody wants to be run, and what came of it.
final class GivenSchedule {
    /// How threads follow each other.
    let policy: Policy
    /// What else happens.
    let scenario: Scenario
    /// Whether a process runs it or has done so.
    private(set) var hasBegun = false
    /// What came of it; nil while that is not known.
    var execution: Execution?
    /// Whether others that ran at the same time may have noticed it, and it them.
    var reachesOut = false

    init(_ policy: Policy, _ scenario: Scenario) {
        self.policy = policy
        self.scenario = scenario
    }

    /// A process runs it from now on.
    func begin() { hasBegun = true }

    /// Forgets that it was run.
    func reset() {
        hasBegun = false
        execution = nil
        reachesOut = false
    }
}
