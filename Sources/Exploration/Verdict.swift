/// What an exploration found and what it proved.
package struct Verdict: Sendable {
    /// How far a scenario was searched.
    package struct Searched: Sendable, Codable, Equatable {
        package let name: String
        package let schedules: Int
        /// The most preemptions of which every schedule was run; nil for none.
        package let exhausted: Int?

        package init(name: String, schedules: Int, exhausted: Int?) {
            self.name = name
            self.schedules = schedules
            self.exhausted = exhausted
        }
    }

    package var counterexamples: [Counterexample] = []
    /// Defects that were seen and not looked into, because there were so many.
    package var more = 0
    /// Schedules that were run, repetitions apart.
    package var schedules = 0
    /// Those of them that differ.
    package var distinct = 0
    /// Those of them that chance chose.
    package var sampled = 0
    /// How many schedules with so many preemptions the search ran.
    package var searched: [Int] = []
    /// The most preemptions of which every schedule was run; nil for none.
    package var exhausted: Int?
    /// Whether schedules were too long to be searched in full.
    package var isCut = false
    /// Whether the same decisions gave the same schedule twice; if not, nothing is proved.
    package var isRepeatable = true
    /// The address of another program that schedules asked over the network, in vain; nil for none.
    package var asked: String?
    /// What it takes as given.
    package var given = Given()
    /// - Units: seconds of real time
    package var seconds = 0.0
    /// What was tried beside what the project does by itself.
    package var scenarios: [Searched] = []

    /// Why no schedule runs anything of the project, in a sentence; nil when something runs.
    package var idleness: String?

    /// Whether something was found that does harm.
    var isBroken: Bool { counterexamples.contains { !$0.defect.isAdvice } }

    /// Nothing found and nothing proved so far.
    package init() {}

    /// Takes over what a scenario has shown.
    ///
    /// - Parameters:
    ///   - other: What was found in it.
    ///   - scenario: The scenario.
    package mutating func add(_ other: Verdict, of scenario: Scenario) {
        counterexamples += other.counterexamples.map { example in
            var example = example
            example.scenario = scenario
            return example
        }
        more += other.more
        schedules += other.schedules
        distinct += other.distinct
        sampled += other.sampled
        asked = asked ?? other.asked
        given.add(other.given)
        let exhausted = other.isRepeatable && other.asked == nil ? other.exhausted : nil
        scenarios.append(
            Searched(name: scenario.name, schedules: other.schedules, exhausted: exhausted))
    }
}
