/// A defect as it is reported: what it is, an order of threads that shows it, how surely it does.
package struct DefectReport: Sendable, Codable, Equatable {
    package var defect: Defect
    /// What else happens beside what the project does by itself; nil for nothing.
    package let scenario: String?
    /// The lines around the switches between threads.
    package let steps: [Step]
    /// How often the order takes the processor from a thread that could go on.
    package let preemptions: Int
    /// How many schedules had been run when it was seen first; nil when it comes of a replay.
    package let foundAfter: Int?
    /// How many of `Exploring.repetitions` further runs showed it; nil when there were none.
    package let reproduced: Int?
    /// Whether CPython can do this, and not only the language allows it.
    package let isReachable: Bool
    /// The file that `understudy replay` takes; nil when none was written.
    package let replay: String?

    /// Takes what an exploration found.
    ///
    /// - Parameters:
    ///   - example: The defect and its schedule.
    ///   - replay: The schedule's file.
    package init(_ example: Counterexample, replay: String? = nil) {
        defect = example.defect
        scenario = example.scenario?.name
        steps = Interleaving(example.execution).shown
        preemptions = example.execution.preemptions
        foundAfter = example.foundAfter
        isReachable = example.execution.isReachable
        reproduced = example.reproduced
        self.replay = replay
    }

    /// Takes what a replay showed.
    package init(_ defect: Defect, in execution: Execution, of scenario: Scenario?) {
        self.defect = defect
        self.scenario = scenario?.name
        steps = Interleaving(execution).shown
        preemptions = execution.preemptions
        foundAfter = nil
        isReachable = execution.isReachable
        reproduced = nil
        replay = nil
    }
}
