extension Operator {
    /// What is wired in, by input, with `nil` for gaps.
    ///
    /// A COMP stands for the Out operator behind its output; an In operator has what is wired into
    /// its COMP, or else into itself.
    package var wiredInputs: [Operator?] {
        guard type.shortName == "in", let parent else {
            return wiring.inputs.map { $0.flatMap(source) }
        }
        network?.structureNode.noteRead()
        parent.noteAttributesRead()
        let place = parent.inOperators.firstIndex { $0 === self } ?? 0
        let outside =
            parent.wiring.inputs.indices.contains(place) ? parent.wiring.inputs[place] : nil
        let inside = wiring.inputs.first ?? nil
        return [(outside ?? inside).flatMap(source)]
    }

    /// The operator whose output a wire brings.
    private func source(_ end: Wiring.End) -> Operator? {
        guard let node = network?.operator(withID: end.id), node.type.family == .comp else {
            return network?.operator(withID: end.id)
        }
        network?.structureNode.noteRead()
        let behind = node.outOperators
        return behind.indices.contains(end.index) ? behind[end.index] : nil
    }
}
