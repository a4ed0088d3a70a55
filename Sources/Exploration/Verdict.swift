/// What an exploration found and what it proved.
package struct Verdict: Sendable {
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
    /// - Units: seconds of real time
    package var seconds = 0.0

    /// Nothing found and nothing proved so far.
    package init() {}
}
