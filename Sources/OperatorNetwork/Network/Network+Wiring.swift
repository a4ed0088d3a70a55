extension Network {
    /// The most inputs an operator can have, whatever its type says.
    package static let inputLimit = 1000

    /// Plugs an output into an input; what was plugged there before is taken out.
    ///
    /// - Throws: `NetworkError` unless both stand in the same COMP, are of one family or COMPs,
    ///   and the numbers exist.
    package func connect(
        output: Int = 0, of source: Operator, toInput input: Int, of target: Operator
    ) throws(NetworkError) {
        try checkWire(output, source, input, target)
        plug(output, source, input, target)
        note(.wired(target))
    }

    /// Takes out what is plugged into an input, if anything.
    package func disconnect(input: Int, of target: Operator) {
        guard unplug(input: input, of: target) else { return }
        note(.wired(target))
    }

    /// Plugs the first outputs of operators into the inputs in order; `nil` leaves a gap.
    ///
    /// - Throws: `NetworkError` for the first wire that can't be; no wire is changed then.
    package func setInputs(_ sources: [Operator?], of target: Operator) throws(NetworkError) {
        try checkMembership(target, attempt: "wired")
        for (input, source) in sources.enumerated() {
            if let source { try checkWire(0, source, input, target) }
        }
        for input in target.wiring.inputs.indices.reversed() { unplug(input: input, of: target) }
        for (input, source) in sources.enumerated() {
            if let source { plug(0, source, input, target) }
        }
        note(.wired(target))
    }

    /// Docks an operator to another one in the same COMP, or undocks it.
    ///
    /// - Throws: `NetworkError` when the other is the operator itself or stands elsewhere.
    package func dock(_ child: Operator, to host: Operator?) throws(NetworkError) {
        try checkMembership(child, attempt: "docked")
        if let host {
            try checkMembership(host, attempt: "docked to")
            guard host !== child else {
                throw .noDock(child, to: host, why: "an operator can't dock to itself")
            }
            guard host.parent === child.parent else {
                throw .noDock(child, to: host, why: "both must stand in the same COMP")
            }
        }
        if let old = child.dock { old.wiring.docked.removeAll { $0 == child.id } }
        child.wiring.dock = host?.id
        host?.wiring.docked.append(child.id)
    }

    /// Cuts every wire and dock between an operator and those that stay.
    func cutLoose(_ leaving: Operator) {
        for wire in leaving.inputWires where !wire.source.isBeingDestroyed {
            wire.source.wiring.outputs.removeAll { $0.target.id == leaving.id }
        }
        for (_, end) in leaving.wiring.outputs {
            guard let target = self.operator(withID: end.id), !target.isBeingDestroyed else {
                continue
            }
            unplug(input: end.index, of: target)
            note(.wired(target))
        }
        untie(leaving)
        if let host = leaving.dock { host.wiring.docked.removeAll { $0 == leaving.id } }
        for docked in leaving.docked { docked.wiring.dock = nil }
        if leaving.hasWiring { leaving.wiring = Wiring() }
    }

    /// Puts in a wire that has been checked.
    private func plug(_ output: Int, _ source: Operator, _ input: Int, _ target: Operator) {
        unplug(input: input, of: target)
        while target.wiring.inputs.count <= input { target.wiring.inputs.append(nil) }
        target.wiring.inputs[input] = Wiring.End(id: source.id, index: output)
        source.wiring.outputs.append((output, Wiring.End(id: target.id, index: input)))
    }

    private func checkWire(
        _ output: Int, _ source: Operator, _ input: Int, _ target: Operator
    ) throws(NetworkError) {
        try checkMembership(source, attempt: "wired")
        try checkMembership(target, attempt: "wired")
        if let why = obstacle(output, source, input, target) {
            throw .noWire(from: source, to: target, why: why)
        }
    }

    @discardableResult
    private func unplug(input: Int, of target: Operator) -> Bool {
        guard target.wiring.inputs.indices.contains(input),
            let end = target.wiring.inputs[input]
        else { return false }

        target.wiring.inputs[input] = nil
        while let last = target.wiring.inputs.last, last == nil {
            target.wiring.inputs.removeLast()
        }
        self.operator(withID: end.id)?.wiring.outputs.removeAll {
            $0.output == end.index && $0.target == Wiring.End(id: target.id, index: input)
        }
        return true
    }

    private func obstacle(
        _ output: Int, _ source: Operator, _ input: Int, _ target: Operator
    ) -> String? {
        let limit = min(target.type.inputLimit ?? Self.inputLimit, Self.inputLimit)
        if source.parent == nil || source.parent !== target.parent {
            return "wires join operators in the same COMP; use an In and an Out operator"
        }
        if source.type.family != target.type.family, source.type.family != .comp,
            target.type.family != .comp
        {
            return "one is a \(source.type.family.rawValue), the other a "
                + "\(target.type.family.rawValue)"
        }
        if input < 0 || input >= limit {
            return "input \(input) does not exist; it has \(limit), counted from 0"
        }
        return output < 0 ? "output \(output) does not exist; outputs count from 0" : nil
    }
}
