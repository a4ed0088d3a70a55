/// Whoever runs schedules, several at once if that makes no difference to what comes of them.
package protocol ScheduleRunning: AnyObject {
    /// Runs a schedule now, before those that were given.
    ///
    /// - Parameters:
    ///   - policy: How threads follow each other.
    ///   - scenario: What else happens.
    /// - Returns: What came of it.
    func run(_ policy: Policy, _ scenario: Scenario) -> Execution

    /// Gives it a schedule to be run.
    ///
    /// - Parameters:
    ///   - policy: How threads follow each other.
    ///   - scenario: What else happens; the same for all that are given until the rest is dropped.
    func give(_ policy: Policy, _ scenario: Scenario)

    /// Takes what came of the oldest schedule that was given and not taken.
    ///
    /// - Parameter mayBegin: Whether schedules may still begin.
    /// - Returns: Nil when it has not begun and may not.
    func take(mayBegin: Bool) -> Execution?

    /// Leaves what was given and not taken.
    func dropRest()
}
