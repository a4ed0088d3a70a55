extension Operator {
    /// What keeps the operator from having the output or the values that it should have.
    package var errors: [String] {
        (hasParameters ? parameters.failures : []) + (madeCook?.messages(.error) ?? [])
    }

    /// What the last cook warned of.
    package var warnings: [String] { madeCook?.messages(.warning) ?? [] }

    /// Whether the operator has cooked in the frame of that `absTime.frame`; its last two are known.
    package func hasCooked(inFrame frame: Int) -> Bool {
        guard let statistics = madeCook?.statistics, statistics.totalCooks > 0 else { return false }
        return statistics.absoluteFrame == frame || statistics.earlierFrame == frame
    }

    /// When anything inside has cooked last, and how long all of it took in that frame.
    ///
    /// - Units: milliseconds
    package var childrenCook: (frame: Int, time: Double) {
        var (latest, time) = (0, 0.0)
        for step in descendants {
            guard let statistics = step.operator.madeCook?.statistics, statistics.totalCooks > 0
            else { continue }
            if statistics.absoluteFrame > latest {
                (latest, time) = (statistics.absoluteFrame, 0)
            }
            if statistics.absoluteFrame == latest { time += statistics.duration }
        }
        return (latest, time)
    }

    /// The paths from this operator to another one, each step depending on the one before it: the
    /// operators on the way, this one first.
    ///
    /// - Source: <https://docs.derivative.ca/OP_Class>
    package func dependencies(to other: Operator) -> [Operator] {
        var previous: [OperatorID: Operator] = [:]
        var wave = [self]
        var next = 0
        while next < wave.count, wave[next] !== other {
            let step = wave[next]
            next += 1
            for reader in step.dependents where reader !== self && previous[reader.id] == nil {
                previous[reader.id] = step
                wave.append(reader)
            }
        }
        guard next < wave.count else { return [] }
        return sequence(first: other) { previous[$0.id] }.reversed()
    }

    /// The operators whose output or parameters have read something of this one.
    private var dependents: [Operator] {
        var nodes = parameters.made.all.flatMap { $0.readers }
        if let madeCook { nodes += madeCook.output.readers }
        var found: [Operator] = outputs.filter(\.type.makesOutput)
        for node in nodes {
            if let cook = node.work as? OperatorCook {
                found.append(cook.operator)
            } else if let owner = (node.work as? Parameter)?.owner {
                found.append(owner)
            }
        }
        return found
    }
}
