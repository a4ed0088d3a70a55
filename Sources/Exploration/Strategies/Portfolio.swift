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
    /// The schedules chosen by chance of which it is known what came of them.
    package private(set) var sampled = 0
    /// The schedules chosen by chance.
    private var drawn = 0
    private var turn = 0
    private let seed: UInt64
    private var length = 50
    /// Of each schedule that was given out, the oldest first, whether the search gave it.
    private var isSearched: [Bool] = []

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

    /// The next schedule to run; nil when all is proved, and when the search has none before it is known
    /// what came of another one.
    package mutating func next() -> Policy? {
        guard !search.isDone else { return nil }
        if (turn + 1) % Self.share != 0 {
            guard let policy = search.next() else { return nil }
            turn += 1
            isSearched.append(true)
            return policy
        }
        turn += 1
        isSearched.append(false)
        drawn += 1
        let chance = seed &+ UInt64(drawn)
        switch drawn % 5 {
        case 0, 2: return Policy(kind: .draws(seed: chance))
        case 4: return Policy(kind: .walk(seed: chance))
        case 1: return Policy(kind: .priorities(seed: chance, changes: 1, length: length))
        default: return Policy(kind: .priorities(seed: chance, changes: 2, length: length))
        }
    }

    /// Takes in what the oldest schedule has shown that `next` gave and that is not known yet.
    ///
    /// - Parameter execution: What came of it.
    package mutating func ran(_ execution: Execution) {
        guard !isSearched.isEmpty else { return }
        if isSearched.removeFirst() { search.ran(execution) } else { sampled += 1 }
        length = max(10, execution.decisions.count)
    }
}
