extension Operator {
    /// The In operators of a COMP, one for each input on its left side, in the order of their names.
    ///
    /// - Source: <https://docs.derivative.ca/In_CHOP>
    package var inOperators: [Operator] { ports("in") }

    /// The Out operators of a COMP, one for each output on its right side, in the order of their names.
    ///
    /// - Source: <https://docs.derivative.ca/Out_CHOP>
    package var outOperators: [Operator] { ports("out") }

    /// How many inputs can be named: one more than are wired where there is no limit.
    package var inputCount: Int {
        if type.family == .comp { return inOperators.count }
        return type.inputLimit ?? wiring.inputs.count + 1
    }

    /// How many outputs there are.
    package var outputCount: Int { type.family == .comp ? outOperators.count : 1 }

    /// Where the wires of one output go: operators and the numbers of their inputs.
    package func wires(fromOutput output: Int) -> [(target: Operator, input: Int)] {
        wiring.outputs.compactMap { from, end in
            guard from == output, let target = network?.operator(withID: end.id) else { return nil }
            return (target, end.index)
        }
    }

    /// Where the wires of all outputs go.
    package var outputWires: [(output: Int, target: Operator, input: Int)] {
        wiring.outputs.compactMap { from, end in
            guard let target = network?.operator(withID: end.id) else { return nil }
            return (output: from, target: target, input: end.index)
        }
    }

    private func ports(_ shortName: String) -> [Operator] {
        children.filter { $0.type.shortName == shortName }
            .sorted { ($0.base, $0.digits ?? -1) < ($1.base, $1.digits ?? -1) }
    }
}
