/// A schedule up to a decision that nobody has made yet, or to its end.
package struct PlayReport: Sendable, Codable, Equatable {
    /// A thread that may move next.
    package struct Candidate: Sendable, Codable, Equatable {
        package let thread: Int
        package let name: String
        /// Whether the thread that has the processor could have kept it.
        package let isPreemption: Bool
        /// Whether it only waits for the time, which then comes.
        package let letsTimePass: Bool
    }

    /// Who may move next, the one that has the processor first; empty at the end.
    package let candidates: [Candidate]
    /// Where each thread stands; empty at the end.
    package let threads: [PausedThread]
    /// What operators hold that they did not hold when the project was loaded; empty at the end.
    package let changes: [String]
    /// Every line so far, repetitions apart, and how often threads came to one.
    package let steps: [Step]
    package let lineCount: Int
    /// The thread of each decision so far.
    package let choices: [UInt8]
    /// What went wrong; known at the end only.
    package let defects: [DefectReport]
    /// The schedule that shows the first defect, to be kept.
    package let schedule: ScheduleFile?
    /// How often a thread lost the processor that could have gone on.
    package let preemptions: Int

    /// Takes what came of a schedule that was run with some choices.
    ///
    /// - Parameters:
    ///   - execution: The schedule, paused at the decision behind the choices if there is one.
    ///   - choices: The choices made.
    ///   - conditions: What a schedule file of it holds for.
    package init(
        _ execution: Execution, choices: [UInt8], conditions: ScheduleFile.Conditions
    ) {
        let isPaused = !execution.paused.isEmpty
        let decision = isPaused ? execution.decisions.last : nil
        let names = execution.names
        candidates = (decision?.candidates ?? []).map { thread in
            Candidate(
                thread: thread, name: names[thread] ?? "thread \(thread)",
                isPreemption: decision?.isPreemption(thread) ?? false,
                letsTimePass: decision?.sleeper == thread)
        }
        threads = execution.paused
        changes = execution.changes
        steps = Interleaving(execution).steps
        lineCount = execution.events.count
        self.choices = choices
        let broken = execution.defects.filter { !$0.isAdvice }
        defects = broken.map { DefectReport($0, in: execution, of: nil) }
        preemptions = execution.decisions.prefix(choices.count).count { $0.isPreemption($0.chosen) }
        schedule = broken.first.map { defect in
            let example = Counterexample(
                defect: defect, execution: execution, foundAfter: 1, reproduced: nil)
            return ScheduleFile(example, conditions: conditions)
        }
    }
}
