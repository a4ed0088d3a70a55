/// Runs schedules of a program until all is proved or the budget is used up, and says what it found.
package struct Exploring {
    private let options: ExploreOptions
    private let known: Set<String>
    private let runner: any ScheduleRunning
    private let scenario: Scenario
    private let seconds: () -> Double

    /// How often each defect's schedule is run again.
    package static let repetitions = 10
    /// Distinct defects that are looked into; further ones are counted.
    private static let most = 12
    /// Schedules that take too long, after which no more are run: each costs as much as thousands.
    private static let mostOverdue = 3

    /// Prepares to explore.
    ///
    /// - Parameters:
    ///   - options: What is asked for.
    ///   - known: The keys of defects that are not to be told again.
    ///   - seconds: The time since something, on a clock that is not the program's.
    ///   - runner: Runs schedules.
    ///   - scenario: What else happens in them.
    package init(
        _ options: ExploreOptions, known: Set<String> = [], seconds: @escaping () -> Double,
        runner: any ScheduleRunning, scenario: Scenario = .own
    ) {
        self.options = options
        self.known = known
        self.seconds = seconds
        self.runner = runner
        self.scenario = scenario
    }

    /// Explores.
    ///
    /// - Returns: What was found and what was proved.
    package func verdict() -> Verdict {
        let start = seconds()
        defer { runner.dropRest() }
        // It does not happen twice that earlier schedules do not count.
        return verdict(since: start) ?? verdict(since: start) ?? Verdict()
    }

    /// - Returns: Nil when schedules were found to change what came of later ones.
    private func verdict(since start: Double) -> Verdict? {
        var verdict = Verdict()
        let first = run(Policy())
        if first.isOverdue {
            // So is what would follow: the ordinary order is the shortest way through the project.
            verdict.schedules = 1
            verdict.distinct = 1
            verdict.counterexamples = first.defects.filter { !known.contains($0.key) }.map {
                counterexample($0, first, after: 1)
            }
            verdict.seconds = seconds() - start
            return verdict
        }
        verdict.isRepeatable = run(Policy(prefix: first.choices)).hash == first.hash
        var portfolio = Portfolio(bound: options.bound, seed: options.seed)
        var seen: Set<UInt64> = []
        var overdue = 0
        var given = 0
        while overdue < Self.mostOverdue, !hasEnough(verdict) {
            let isInTime = verdict.schedules == 0 || seconds() - start < options.limits.seconds
            while isInTime, given < options.limits.schedules,
                given - verdict.schedules < Rows.window(given), let policy = portfolio.next()
            {
                runner.give(policy, scenario)
                given += 1
            }
            guard given > verdict.schedules, let execution = runner.take(mayBegin: isInTime) else {
                break
            }
            if execution.isAlone != first.isAlone {
                runner.dropRest()
                return nil
            }
            portfolio.ran(execution)
            verdict.schedules += 1
            if execution.divergedAt != nil { verdict.isRepeatable = false }
            if execution.isOverdue { overdue += 1 }
            verdict.asked = verdict.asked ?? execution.asked
            verdict.given.add(execution)
            seen.insert(execution.hash)
            for defect in execution.defects where !known.contains(defect.key) {
                let place = verdict.counterexamples.firstIndex { $0.defect.key == defect.key }
                if let place {
                    let known = verdict.counterexamples[place]
                    if let after = better(execution, than: known, at: verdict.schedules) {
                        verdict.counterexamples[place] = counterexample(
                            defect, execution, after: after)
                    }
                    continue
                }
                guard verdict.counterexamples.count < Self.most else {
                    verdict.more += 1
                    continue
                }
                verdict.counterexamples.append(
                    counterexample(defect, execution, after: verdict.schedules))
            }
        }
        verdict.seconds = seconds() - start
        verdict.distinct = seen.count
        verdict.sampled = portfolio.sampled
        verdict.exhausted = portfolio.search.exhausted
        verdict.isCut = portfolio.search.isCut
        verdict.searched = portfolio.search.counts
        return verdict
    }

    private func run(_ policy: Policy) -> Execution { runner.run(policy, scenario) }

    /// Whether everything is found that is looked for.
    private func hasEnough(_ verdict: Verdict) -> Bool {
        if options.stopsAtFirst, verdict.isBroken { return true }
        return !options.until.isEmpty
            && options.until.isSubset(of: verdict.counterexamples.map(\.defect.kind))
    }

    /// Whether a schedule is to take the place of another one that shows the same defect.
    ///
    /// - Returns: After how many schedules the defect counts as seen; nil when the place is kept.
    private func better(_ new: Execution, than known: Counterexample, at count: Int) -> Int? {
        // What CPython can do counts more than what the language alone allows.
        guard new.isReachable == known.execution.isReachable else {
            return new.isReachable ? count : nil
        }
        // What chance found first may have many switches that cannot be left out one by one.
        guard options.until.isEmpty, known.reproduced != nil, new.preemptions <= options.bound,
            new.preemptions < known.execution.preemptions
        else { return nil }
        return known.foundAfter
    }

    private func counterexample(_ defect: Defect, _ found: Execution, after count: Int)
        -> Counterexample
    {
        // Who asks only whether there is such a defect needs neither a short order nor a sure one.
        guard defect.kind != .overdue, options.until.isEmpty else {
            return Counterexample(
                defect: defect, execution: found, foundAfter: count, reproduced: nil)
        }
        let shrunk = Shrinking(defect.key, run: run).shrunk(found)
        var again = 0
        for _ in 0..<Self.repetitions {
            let execution = run(Policy(prefix: shrunk.choices))
            if execution.defect(defect.key) != nil { again += 1 }
        }
        return Counterexample(
            defect: shrunk.defect(defect.key) ?? defect, execution: shrunk, foundAfter: count,
            reproduced: again)
    }
}
