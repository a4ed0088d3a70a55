/// Runs schedules when what came of them is wanted, and none ahead.
package final class OneAfterAnother: ScheduleRunning {
    private let body: (Policy, Scenario) -> Execution
    /// Those that were given and not taken, the oldest first.
    private var given: [(policy: Policy, scenario: Scenario)] = []

    /// Prepares to run.
    ///
    /// - Parameter body: Runs a schedule.
    package init(_ body: @escaping (Policy, Scenario) -> Execution) { self.body = body }

    package func run(_ policy: Policy, _ scenario: Scenario) -> Execution { body(policy, scenario) }

    package func give(_ policy: Policy, _ scenario: Scenario) { given.append((policy, scenario)) }

    package func take(mayBegin: Bool) -> Execution? {
        guard mayBegin, !given.isEmpty else { return nil }
        let one = given.removeFirst()
        return body(one.policy, one.scenario)
    }

    package func dropRest() { given = [] }
}
