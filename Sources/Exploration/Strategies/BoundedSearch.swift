/// All schedules with up to so many preemptions, those with fewer first, each of them once.
///
/// A schedule that has run offers others: they share its decisions up to one place and go another way
/// there. Only places behind the shared part count, so no schedule is offered twice.
package struct BoundedSearch {
    private struct Branch {
        let prefix: [UInt8]
        let preemptions: Int
    }

    /// The branches of one schedule that have the same number of preemptions: there are hundreds, and
    /// written out they would fill the memory.
    private struct Branches {
        let choices: [UInt8]
        var turns: [Turn]
    }

    /// Another thread goes on than the one that did.
    private struct Turn {
        let decision: UInt16
        let thread: UInt8
    }

    /// The most preemptions.
    package let bound: Int
    /// The schedules that were run, by the number of their preemptions.
    package private(set) var counts: [Int]
    /// Whether a schedule had more decisions than were kept, so that some are missing.
    package private(set) var isCut = false
    private var waiting: [[Branches]]
    /// Those that were given out, the oldest first.
    private var running: [Branch] = []
    private var hasBegun = false

    /// Starts with the schedule in which nobody interferes.
    ///
    /// - Parameter bound: The most preemptions.
    package init(bound: Int) {
        self.bound = bound
        counts = Array(repeating: 0, count: bound + 1)
        waiting = Array(repeating: [], count: bound + 1)
    }

    /// The most preemptions of which every schedule has been run; nil for not even none.
    package var exhausted: Int? {
        guard !isCut, hasBegun else { return nil }
        let open = min(
            waiting.firstIndex { !$0.isEmpty } ?? bound + 1,
            running.map(\.preemptions).min() ?? bound + 1)
        return open == 0 ? nil : open - 1
    }

    /// Whether nothing is left to be run.
    package var isDone: Bool { hasBegun && running.isEmpty && waiting.allSatisfy(\.isEmpty) }

    /// The next schedule; nil when there is none, or none before it is known what came of another one.
    package mutating func next() -> Policy? {
        guard hasBegun else {
            hasBegun = true
            running = [Branch(prefix: [], preemptions: 0)]
            return Policy()
        }
        guard let index = waiting.firstIndex(where: { !$0.isEmpty }),
            let branch = Self.takeLast(from: &waiting[index], preemptions: index)
        else { return nil }
        running.append(branch)
        return Policy(prefix: branch.prefix)
    }

    private static func takeLast(from branches: inout [Branches], preemptions: Int) -> Branch? {
        guard let last = branches.indices.last, let turn = branches[last].turns.popLast() else {
            return nil
        }
        let prefix = branches[last].choices.prefix(Int(turn.decision)) + [turn.thread]
        if branches[last].turns.isEmpty { branches.removeLast() }
        return Branch(prefix: Array(prefix), preemptions: preemptions)
    }

    /// Takes in what the oldest schedule has shown that `next` gave and that is not known yet.
    ///
    /// - Parameter execution: What came of it.
    package mutating func ran(_ execution: Execution) {
        guard !running.isEmpty else { return }
        let branch = running.removeFirst()
        counts[branch.preemptions] += 1
        if execution.isCut || execution.isOverdue { isCut = true }
        let choices = execution.choices
        var turns: [[Turn]] = Array(repeating: [], count: bound + 1)
        for (place, decision) in execution.decisions.enumerated().dropFirst(branch.prefix.count) {
            for other in decision.candidates where other != decision.chosen {
                let preemptions = branch.preemptions + (decision.isPreemption(other) ? 1 : 0)
                guard preemptions <= bound else { continue }
                turns[preemptions].append(
                    Turn(
                        decision: UInt16(truncatingIfNeeded: place),
                        thread: UInt8(truncatingIfNeeded: other)))
            }
        }
        for (preemptions, turns) in turns.enumerated() where !turns.isEmpty {
            waiting[preemptions].append(Branches(choices: choices, turns: turns))
        }
    }
}
