import Exploration

extension Exploring {
    /// Explores what a closure runs.
    init(
        _ options: ExploreOptions, seconds: @escaping () -> Double,
        run: @escaping (Policy) -> Execution
    ) {
        self.init(options, seconds: seconds, runner: OneAfterAnother { policy, _ in run(policy) })
    }
}

extension Campaign {
    /// Explores what a closure runs.
    init(
        _ options: ExploreOptions, scenarios: [Scenario], seconds: @escaping () -> Double,
        run: @escaping (Policy, Scenario) -> Execution
    ) {
        self.init(
            options, scenarios: scenarios, seconds: seconds, runner: OneAfterAnother(run))
    }
}
