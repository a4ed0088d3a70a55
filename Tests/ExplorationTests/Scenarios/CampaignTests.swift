import Exploration
import Testing

@Suite struct CampaignTests {
    private let twice = Scenario("Start() is called twice")
    private let closed = Scenario("it is closed at work", frames: 2)

    private func verdict(
        bound: Int = 2, schedules: Int = 10_000,
        isBroken: @escaping (Scenario, [Int]) -> Bool = { _, _ in false }
    ) -> Verdict {
        var options = ExploreOptions(target: "toy")
        options.bound = bound
        options.schedules = schedules
        return Campaign(options, scenarios: [twice, closed], seconds: { 0 }) { policy, scenario in
            ToyProgram(steps: [3, 3]) { isBroken(scenario, $0) }.run(policy)
        }.verdict()
    }

    @Test func `the project is searched to the bound, and scenarios with one preemption`() {
        let verdict = verdict()

        #expect(verdict.exhausted == 2)
        #expect(verdict.scenarios.map(\.exhausted) == [1, 1])
        #expect(verdict.scenarios.map(\.name) == [twice.name, closed.name])
        #expect(verdict.scenarios.allSatisfy { $0.schedules > 0 })
    }

    @Test func `a defect of a scenario says which it is, and is told once`() {
        let verdict = verdict { scenario, order in
            [self.twice, self.closed].contains(scenario) && order[0] == 0
        }

        #expect(verdict.counterexamples.map(\.scenario) == [twice])
    }

    @Test func `a defect of the project alone is not told again for its scenarios`() {
        let verdict = verdict { _, _ in true }

        #expect(verdict.counterexamples.map(\.scenario) == [nil])
    }

    @Test func `a project that does not end by itself is not tried in scenarios`() {
        var calls = 0
        let campaign = Campaign(
            ExploreOptions(target: "toy"), scenarios: [twice, closed], seconds: { 0 }
        ) { policy, _ in
            calls += 1
            var execution = ToyProgram(steps: [3, 3]).run(policy)
            execution.defects = [Defect(.overdue, "It never ends.")]
            return execution
        }

        let verdict = campaign.verdict()

        #expect(calls == 1)
        #expect(verdict.scenarios.map(\.schedules) == [0, 0])
        let reason = ExplorationReport(verdict, ExploreOptions(target: "toy")).reason
        #expect(reason.contains("not all schedules come to their end"))
    }

    @Test func `a budget that is used up leaves scenarios open`() {
        let verdict = verdict(schedules: 4)

        #expect(verdict.scenarios.map(\.exhausted) == [nil, nil])
        #expect(ExplorationReport(verdict, ExploreOptions(target: "toy")).outcome == .unproved)
    }
}
