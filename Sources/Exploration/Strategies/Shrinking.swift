/// Finds out which few switches of a schedule matter for a defect.
package struct Shrinking {
    private let key: String
    private let run: (Policy) -> Execution

    /// How many schedules may be tried to leave preemptions out one by one.
    private static let patience = 50

    /// Prepares to shrink.
    ///
    /// - Parameters:
    ///   - key: The defect that must remain.
    ///   - run: Runs a schedule.
    package init(_ key: String, run: @escaping (Policy) -> Execution) {
        self.key = key
        self.run = run
    }

    /// Takes preemptions away as long as the defect remains.
    ///
    /// - Parameter found: A schedule with the defect.
    /// - Returns: One with the defect and no more preemptions.
    package func shrunk(_ found: Execution) -> Execution {
        thinned(shortened(found))
    }

    /// The fewest of the first preemptions that are enough, and nobody interferes from there on.
    private func shortened(_ found: Execution) -> Execution {
        let places = preemptions(of: found)
        var best = found
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            let execution = run(Policy(prefix: Array(found.choices[..<places[middle]])))
            if execution.defect(key) != nil, execution.isReachable || !best.isReachable {
                (best, high) = (execution, middle)
            } else {
                low = middle + 1
            }
        }
        return best
    }

    /// Without one of its preemptions, or with only those before it, as long as that goes.
    private func thinned(_ found: Execution) -> Execution {
        var best = found
        var tries = 0
        var rest = candidates(best)[...]
        while tries < Self.patience, let prefix = rest.popFirst() {
            tries += 1
            let execution = run(Policy(prefix: prefix))
            guard execution.defect(key) != nil, execution.preemptions < best.preemptions,
                execution.isReachable || !best.isReachable
            else { continue }
            best = execution
            rest = candidates(best)[...]
        }
        return best
    }

    private func candidates(_ execution: Execution) -> [[UInt8]] {
        preemptions(of: execution).reversed().flatMap { place in
            let before = Array(execution.choices.prefix(place))
            let stays = UInt8(truncatingIfNeeded: execution.decisions[place].candidates[0])
            return [before + [stays], before + [stays] + execution.choices.dropFirst(place + 1)]
        }
    }

    private func preemptions(of execution: Execution) -> [Int] {
        execution.decisions.indices.filter {
            execution.decisions[$0].isPreemption(execution.decisions[$0].chosen)
        }
    }
}
