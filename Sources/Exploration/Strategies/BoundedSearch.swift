/// All schedules with up to so many preemptions, those with fewer first, each of them once.
///
/// A schedule that has run offers others: they share its decisions up to one place and go another way
/// there. Only places behind the shared part count, so no schedule is offered twice.
package struct BoundedSearch {
    private struct Branch {
        let prefix: [UInt8]
        let preemptions: Int
    }

    /// The most preemptions.
    package let bound: Int
    /// The schedules that were run, by the number of their preemptions.
    package private(set) var counts: [Int]
    /// Whether a schedule had more decisions than were kept, so that some are missing.
    package private(set) var isCut = false
    private var waiting: [[Branch]]
    private var running: Branch?

    /// Starts with the schedule in which nobody interferes.
    ///
    /// - Parameter bound: The most preemptions.
    package init(bound: Int) {
        self.bound = bound
        counts = Array(repeating: 0, count: bound + 1)
        waiting = Array(repeating: [], count: bound + 1)
        waiting[0] = [Branch(prefix: [], preemptions: 0)]
    }

    /// The most preemptions of which every schedule has been run; nil for not even none.
    package var exhausted: Int? {
        guard !isCut, running == nil else { return nil }
        let open = waiting.firstIndex { !$0.isEmpty } ?? bound + 1
        return open == 0 ? nil : open - 1
    }

    /// Whether nothing is left to be run.
    package var isDone: Bool { running == nil && waiting.allSatisfy(\.isEmpty) }

    /// The next schedule; nil when there is none.
    package mutating func next() -> Policy? {
        guard let index = waiting.firstIndex(where: { !$0.isEmpty }) else { return nil }
        let branch = waiting[index].removeLast()
        running = branch
        return Policy(prefix: branch.prefix)
    }

    /// Takes in what the schedule that `next` gave has shown.
    ///
    /// - Parameter execution: What came of it.
    package mutating func ran(_ execution: Execution) {
        guard let branch = running else { return }
        running = nil
        counts[branch.preemptions] += 1
        if execution.isCut { isCut = true }
        var shared = Array(execution.choices.prefix(branch.prefix.count))
        for decision in execution.decisions.dropFirst(branch.prefix.count) {
            for other in decision.candidates where other != decision.chosen {
                let preemptions = branch.preemptions + (decision.isPreemption(other) ? 1 : 0)
                guard preemptions <= bound else { continue }
                waiting[preemptions].append(
                    Branch(
                        prefix: shared + [UInt8(truncatingIfNeeded: other)],
                        preemptions: preemptions))
            }
            shared.append(UInt8(truncatingIfNeeded: decision.chosen))
        }
    }
}
