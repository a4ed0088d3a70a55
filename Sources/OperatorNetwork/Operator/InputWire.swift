/// A wire into an operator, seen from that operator.
package struct InputWire {
    /// The number of the input, from 0.
    package let input: Int
    package let source: Operator
    /// The number of the source's output, from 0.
    package let output: Int
}

extension Operator {
    /// The wires into this operator, by input.
    package var inputWires: [InputWire] {
        wiring.inputs.enumerated().compactMap { input, end in
            guard let end, let source = network?.operator(withID: end.id) else { return nil }
            return InputWire(input: input, source: source, output: end.index)
        }
    }

    /// The operators wired into this one, without gaps.
    package var inputs: [Operator] { inputWires.map(\.source) }

    /// The operators this one is wired into, one for each wire.
    package var outputs: [Operator] {
        wiring.outputs.compactMap { network?.operator(withID: $0.target.id) }
    }

    /// The operator this one is docked to.
    package var dock: Operator? { wiring.dock.flatMap { network?.operator(withID: $0) } }

    /// The operators docked to this one.
    package var docked: [Operator] { wiring.docked.compactMap { network?.operator(withID: $0) } }
}
