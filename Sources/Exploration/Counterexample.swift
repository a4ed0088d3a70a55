/// A defect, the schedule that shows it, and how surely it does.
package struct Counterexample: Sendable {
    package let defect: Defect
    /// The schedule with the fewest switches that still shows it.
    package let execution: Execution
    /// How many schedules had been run when it was seen first.
    package let foundAfter: Int
    /// How many of `Exploring.repetitions` further runs showed it; nil when there were none.
    package let reproduced: Int?
    /// What else happens in it; nil when the project is alone.
    package var scenario: Scenario?

    package init(defect: Defect, execution: Execution, foundAfter: Int, reproduced: Int?) {
        self.defect = defect
        self.execution = execution
        self.foundAfter = foundAfter
        self.reproduced = reproduced
    }
}
