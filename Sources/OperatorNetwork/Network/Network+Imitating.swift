extension Network {
    /// Makes what stands inside a clone the same as what stands inside its master.
    ///
    /// Operators that are there already stay, so that what refers to them goes on working; those that
    /// are clone immune keep everything of their own.
    ///
    /// - Parameters:
    ///   - clone: The COMP to change; its own parameters stay, but it gets its master's custom ones.
    ///   - master: The COMP to follow.
    /// - Throws: `NetworkError` when the clone is gone, or one stands inside the other.
    /// - Source: <https://docs.derivative.ca/COMP_Class>
    package func imitate(_ clone: Operator, _ master: Operator) throws(NetworkError) {
        try checkMembership(clone, attempt: "made like its master")
        try checkMembership(master, attempt: "followed by a clone")
        guard clone !== master, !clone.isInside(master), !master.isInside(clone) else {
            throw .noRoom(for: clone.name, in: clone)
        }
        clone.parameters.addMissingCustom(of: master.parameters)
        guard !clone.flags.contains(.componentCloneImmune) else { return }
        try imitateInside(clone, master)
    }

    private func imitateInside(_ clone: Operator, _ master: Operator) throws(NetworkError) {
        for child in clone.children where !child.flags.contains(.cloneImmune) {
            if master.child(named: child.name)?.type.name != child.type.name { try destroy(child) }
        }
        var missing: [Operator] = []
        for original in master.children {
            guard let known = clone.child(named: original.name) else {
                missing.append(original)
                continue
            }
            guard known.type.name == original.type.name else { continue }
            try follow(known, original)
        }
        if !missing.isEmpty { _ = try copy(missing, into: clone) }
        for original in master.children { try rewire(original, in: clone) }
    }

    private func follow(_ clone: Operator, _ original: Operator) throws(NetworkError) {
        if !clone.flags.contains(.cloneImmune) {
            clone.parameters.follow(original.parameters)
            if let own = clone.content, let other = original.content, own.text != other.text {
                try own.copy(from: other)
            }
            clone.flags = original.flags.subtracting([.current, .selected])
            (clone.nodeX, clone.nodeY) = (original.nodeX, original.nodeY)
            (clone.color, clone.comment, clone.tags) =
                (original.color, original.comment, original.tags)
        }
        if clone.type.family == .comp, !clone.flags.contains(.componentCloneImmune) {
            try imitateInside(clone, original)
        }
    }

    private func rewire(_ original: Operator, in clone: Operator) throws(NetworkError) {
        guard let copy = clone.child(named: original.name), !copy.flags.contains(.cloneImmune)
        else {
            return
        }
        let wanted = original.inputWires.map { ($0.input, $0.output, $0.source.name) }
        let there = copy.inputWires.map { ($0.input, $0.output, $0.source.name) }
        guard !wanted.elementsEqual(there, by: { $0 == $1 }) else { return }
        for (input, _, _) in there { disconnect(input: input, of: copy) }
        for (input, output, name) in wanted {
            guard let source = clone.child(named: name) else { continue }
            try connect(output: output, of: source, toInput: input, of: copy)
        }
    }
}
