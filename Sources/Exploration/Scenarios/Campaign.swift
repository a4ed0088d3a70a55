/// Explores what a project does by itself, and then what else may happen to it.
package struct Campaign {
    private let options: ExploreOptions
    private let scenarios: [Scenario]
    private let runner: any ScheduleRunning
    private let seconds: () -> Double

    /// The most preemptions that are searched in full where something happens that the project does
    /// not do by itself: the calls themselves are what such a scenario is about.
    package static let bound = 1
    /// The part of the time that belongs to the project alone.
    private static let share = 0.6

    /// Prepares to explore.
    ///
    /// - Parameters:
    ///   - options: What is asked for.
    ///   - scenarios: What happens beside what the project does.
    ///   - seconds: The time since something, on a clock that is not the program's.
    ///   - runner: Runs schedules.
    package init(
        _ options: ExploreOptions, scenarios: [Scenario], seconds: @escaping () -> Double,
        runner: any ScheduleRunning
    ) {
        self.options = options
        self.scenarios = scenarios
        self.seconds = seconds
        self.runner = runner
    }

    /// Explores the project alone, then each scenario; what is found again counts once.
    ///
    /// - Returns: What was found and what was proved.
    package func verdict() -> Verdict {
        let start = seconds()
        var own = options
        if !scenarios.isEmpty { own.seconds *= Self.share }
        var verdict = explore(.own, own, [])
        let isEndless = verdict.counterexamples.contains {
            $0.defect.kind == .overdue && $0.foundAfter == 1
        }
        for (index, scenario) in scenarios.enumerated() {
            var options = options
            if scenario.script == nil { options.bound = min(options.bound, Self.bound) }
            let left = options.seconds - (seconds() - start)
            options.seconds = left / Double(scenarios.count - index)
            options.schedules -= verdict.schedules
            let isEnough = options.stopsAtFirst && verdict.isBroken
            guard left > 0, options.schedules > 0, !isEnough, !isEndless else {
                verdict.scenarios.append(.init(name: scenario.name, schedules: 0, exhausted: nil))
                continue
            }
            let known = Set(verdict.counterexamples.map(\.defect.key))
            verdict.add(explore(scenario, options, known), of: scenario)
        }
        verdict.seconds = seconds() - start
        return verdict
    }

    private func explore(
        _ scenario: Scenario, _ options: ExploreOptions, _ known: Set<String>
    ) -> Verdict {
        Exploring(options, known: known, seconds: seconds, runner: runner, scenario: scenario)
            .verdict()
    }
}
