import Exploration

/// Reports to be written in every format.
enum ReportSamples {
    static var failed: ExplorationReport {
        var verdict = Verdict()
        verdict.schedules = 7
        verdict.counterexamples = [example]
        return ExplorationReport(verdict, options("/project1/counter"), files: ["a-1.tdsched"])
    }

    /// All was run, and somebody may see an old value.
    static var advised: ExplorationReport {
        var verdict = Verdict()
        verdict.schedules = 3
        verdict.searched = [1, 2]
        verdict.exhausted = 1
        let defect = Defect(
            .race, "One reads, one writes.", place: .init(file: "a.py", line: 3, source: "x"),
            isAdvice: true, identity: "read x")
        verdict.counterexamples = [
            Counterexample(
                defect: defect, execution: Execution(decisions: [], hash: 1), foundAfter: 1,
                reproduced: 10)
        ]
        return ExplorationReport(verdict, options("/project1/advised"))
    }

    static var proved: ExplorationReport {
        var verdict = Verdict()
        verdict.searched = [1, 2]
        verdict.exhausted = 1
        verdict.scenarios = [.init(name: "Stop() is called twice", schedules: 3, exhausted: 1)]
        return ExplorationReport(verdict, options("/project1/proved"))
    }

    static var unproved: ExplorationReport {
        ExplorationReport(unanswered: options("/project1/open"), reason: "It ended: so <what>?")
    }

    private static func options(_ component: String) -> ExploreOptions {
        var options = ExploreOptions(target: "a.py")
        options.component = component
        options.bound = 1
        return options
    }

    private static var example: Counterexample {
        let order = [(0, 1), (1, 2), (0, 3)]
        var execution = Execution(
            decisions: [Decision(chosen: 1, current: 0, sleeper: nil, candidates: [0, 1])], hash: 1,
            events: order.map { Execution.Event(thread: $0.0, site: $0.1) })
        execution.names = [0: "MainThread", 1: "worker"]
        let sources = ["", "begin()", "read()", "self.n = n & 1"]
        for (_, line) in order {
            execution.sites[line] = .init(file: "a,b.py", line: line, source: sources[line])
        }
        let defect = Defect(
            .lostUpdate, "One <loses>", place: .init(file: "a,b.py", line: 3, source: sources[3]),
            stacks: [.init(title: "worker had written:", calls: ["a,b.py:2  read()"])],
            help: "Hold a \"lock\".")
        return Counterexample(defect: defect, execution: execution, foundAfter: 4, reproduced: 10)
    }
}
