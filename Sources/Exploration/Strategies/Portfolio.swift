/// Several strategies that take turns, until all is proved or the budget is used up.
package struct Portfolio {
    /// How much may be tried.
    package struct Budget: Sendable {
        /// - Units: seconds
        package var seconds: Double
        package var schedules: Int

        package init(seconds: Double, schedules: Int) {
            self.seconds = seconds
            self.schedules = schedules
        }
    }

    /// The search that goes through all schedules in order.
    package private(set) var search: BoundedSearch
    /// The schedules chosen by chance.
    package private(set) var sampled = 0
    private var turn = 0
    private let seed: UInt64
    private var length = 50
    private var isSearching = false

    /// Of so many schedules one is chosen by chance, while the search is not done.
    private static let share = 4

    /// Takes turns between a bounded search, walks and priorities.
    ///
    /// - Parameters:
    ///   - bound: The most preemptions of the search.
    ///   - seed: What chance begins with.
    package init(bound: Int, seed: UInt64) {
        search = BoundedSearch(bound: bound)
        self.seed = seed
    }

    /// Whether all schedules up to the bound have been run.
    package var isDone: Bool { search.isDone }

    /// The next schedule to run; nil when all is proved.
    package mutating func next() -> Policy? {
        guard !search.isDone else { return nil }
        turn += 1
        isSearching = turn % Self.share != 0
        if isSearching { return search.next() }
        sampled += 1
        let chance = seed &+ UInt64(sampled)
        switch sampled % 5 {
        case 0, 2: return Policy(kind: .draws(seed: chance))
        case 4: return Policy(kind: .walk(seed: chance))
        case 1: return Policy(kind: .priorities(seed: chance, changes: 1, length: length))
        default: return Policy(kind: .priorities(seed: chance, changes: 2, length: length))
        }
    }

    /// Takes in what the schedule that `next` gave has shown.
    ///
    /// - Parameter execution: What came of it.
    package mutating func ran(_ execution: Execution) {
        if isSearching { search.ran(execution) }
        length = max(10, execution.decisions.count)
    }
}
