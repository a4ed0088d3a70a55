import Exploration
import Testing

@Suite struct ExploringTests {
    private func verdict(_ program: ToyProgram, bound: Int = 3, schedules: Int = 10_000) -> Verdict
    {
        var options = ExploreOptions(target: "toy")
        options.bound = bound
        options.schedules = schedules
        return Exploring(options, seconds: { 0 }, run: program.run).verdict()
    }

    @Test func `a defect of one order is found, shrunk and reproduced`() throws {
        // Thread 1 gets exactly one step in, right after the third of thread 0.
        let program = ToyProgram(steps: [6, 3]) { Array($0.prefix(5)) == [0, 0, 0, 1, 0] }

        let verdict = verdict(program)

        let example = try #require(verdict.counterexamples.first)
        #expect(verdict.counterexamples.count == 1)
        #expect(example.execution.preemptions == 2)
        #expect(example.reproduced == Exploring.repetitions)
        #expect(example.foundAfter > 1)
    }

    @Test func `an order with fewer preemptions takes the place of one that chance found before`()
        throws
    {
        // Several that go together, or one to which the search comes late: it begins at the end.
        let program = ToyProgram(steps: [40, 40]) { order in
            let early = order.prefix(12)
            let returns = zip(early, early.dropFirst()).count { $0 == 1 && $1 == 0 }
            return returns > 1 || order.prefix(16).lastIndex(of: 0) == 9 && order[10...].last == 0
        }

        let first = try #require(verdict(program, schedules: 24).counterexamples.first)
        let example = try #require(verdict(program, schedules: 200).counterexamples.first)

        #expect(first.execution.preemptions > 1)
        #expect(example.execution.preemptions == 1)
        #expect(example.foundAfter == first.foundAfter)
        #expect(example.reproduced == Exploring.repetitions)
    }

    @Test func `what holds in all orders is proved`() {
        let verdict = verdict(ToyProgram(steps: [4, 4]), bound: 2)

        #expect(verdict.counterexamples.isEmpty)
        #expect(verdict.exhausted == 2)
        #expect(verdict.isRepeatable)
    }

    @Test func `a budget that is too small proves less`() {
        let verdict = verdict(ToyProgram(steps: [9, 9]), bound: 3, schedules: 20)

        #expect(verdict.schedules == 20)
        #expect(verdict.exhausted == 1)
    }

    @Test func `an order that CPython can do takes the place of one that it cannot`() throws {
        // One preemption shows it; a second one, right behind, does so as CPython would.
        let verdict = Exploring(ExploreOptions(target: "toy"), seconds: { 0 }) { policy in
            var execution = ToyProgram(steps: [3, 3]) { $0[1] == 1 }.run(policy)
            execution.isReachable = execution.events[2].thread == 0
            return execution
        }.verdict()

        #expect(verdict.counterexamples.map(\.execution.isReachable) == [true])
    }

    @Test func `schedules that were changed by others do not count`() {
        // From the fifth one on each has a process of its own; the others had seen a defect that is none.
        var count = 0
        let verdict = Exploring(ExploreOptions(target: "toy"), seconds: { 0 }) { policy in
            count += 1
            var execution = ToyProgram(steps: [2, 2]).run(policy)
            execution.isAlone = count >= 5
            if count == 4 { execution.defects = [Defect(.endless, "It goes on and on.")] }
            return execution
        }.verdict()

        #expect(verdict.counterexamples.isEmpty)
        #expect(verdict.schedules == self.verdict(ToyProgram(steps: [2, 2])).schedules)
        #expect(verdict.isRepeatable)
    }

    @Test func `who wants the first defect only gets no second one`() {
        var options = ExploreOptions(target: "toy")
        options.stopsAtFirst = true
        let verdict = Exploring(options, seconds: { 0 }) { policy in
            var execution = ToyProgram(steps: [3, 3]) { $0[1] == 1 }.run(policy)
            execution.defects += [Defect(.endless, "It always does.")]
            return execution
        }.verdict()

        #expect(verdict.schedules == 1)
        #expect(verdict.counterexamples.map(\.defect.kind) == [.endless])
    }

    @Test func `what takes too long is not run again`() {
        var calls = 0
        let verdict = Exploring(ExploreOptions(target: "toy"), seconds: { 0 }) { policy in
            calls += 1
            var execution = ToyProgram(steps: [2, 2]).run(policy)
            execution.defects = [Defect(.overdue, "It never ends.")]
            return execution
        }.verdict()

        #expect(calls == 1)
        #expect(verdict.schedules == 1)
        #expect(verdict.counterexamples.map(\.reproduced) == [nil])
    }

    @Test func `orders that take too long end the search after a few of them`() {
        var calls = 0
        let verdict = Exploring(ExploreOptions(target: "toy"), seconds: { 0 }) { policy in
            calls += 1
            let isEndless = calls > 3
            var execution = ToyProgram(steps: [4, 4]).run(policy)
            if isEndless { execution.defects = [Defect(.overdue, "It never ends.")] }
            return execution
        }.verdict()

        #expect(verdict.schedules == 4)
        #expect(verdict.counterexamples.map(\.reproduced) == [nil])
    }

    @Test func `nothing is looked for once all is found that was asked for`() {
        var options = ExploreOptions(target: "toy")
        options.until = [.exception]
        let program = ToyProgram(steps: [6, 3]) { Array($0.prefix(5)) == [0, 0, 0, 1, 0] }

        let verdict = Exploring(options, seconds: { 0 }, run: program.run).verdict()

        #expect(verdict.counterexamples.count == 1)
        #expect(verdict.counterexamples.first?.foundAfter == verdict.schedules)
        #expect(verdict.counterexamples.map(\.reproduced) == [nil])
    }

    @Test func `a kind that is not there is looked for in all orders`() {
        var options = ExploreOptions(target: "toy")
        options.bound = 2
        options.until = [.deadlock, .exception]
        let program = ToyProgram(steps: [4, 3]) { Array($0.prefix(3)) == [0, 1, 0] }

        let verdict = Exploring(options, seconds: { 0 }, run: program.run).verdict()

        #expect(verdict.counterexamples.count == 1)
        #expect(verdict.exhausted == 2)
    }

    @Test func `a schedule that leaves its path is told`() {
        let verdict = Exploring(ExploreOptions(target: "toy"), seconds: { 0 }) { policy in
            var execution = ToyProgram(steps: [2, 2]).run(policy)
            if policy.prefix.count > 2 { execution.divergedAt = 1 }
            return execution
        }.verdict()

        #expect(!verdict.isRepeatable)
    }

    @Test func `a program that chance decides is told`() {
        var calls: UInt64 = 0
        let verdict = Exploring(ExploreOptions(target: "toy"), seconds: { 0 }) { policy in
            calls += 1
            var execution = ToyProgram(steps: [1, 1]).run(policy)
            execution.hash = calls
            return execution
        }.verdict()

        #expect(!verdict.isRepeatable)
    }

    @Test func `who asks another program has proved nothing`() {
        let options = ExploreOptions(target: "toy")
        let program = ToyProgram(steps: [2, 2])
        let verdict = Exploring(options, seconds: { 0 }) { policy in
            var execution = program.run(policy)
            if execution.preemptions == 1 { execution.asked = "127.0.0.1:80" }
            return execution
        }.verdict()
        var campaign = Verdict()
        campaign.exhausted = options.bound
        campaign.searched = Array(repeating: 1, count: options.bound + 1)
        let before = ExplorationReport(campaign, options)
        campaign.add(verdict, of: .own)

        #expect(before.outcome == .proved)
        for report in [verdict, campaign].map({ ExplorationReport($0, options) }) {
            #expect(report.outcome == .unproved)
            #expect(report.proof == nil)
            #expect(report.reason.contains("asks 127.0.0.1:80, which is not in it"))
        }
    }
}
