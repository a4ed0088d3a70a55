extension Network {
    /// Copies an operator with everything inside it: parameters, content, storage, flags and looks.
    ///
    /// Wires and docks are copied where both ends are; peers are not. What is copied is what
    /// stood inside at the start, so a COMP may be copied into itself.
    ///
    /// - Parameters:
    ///   - source: What to copy; it may belong to another network.
    ///   - parent: The COMP to put the copy in.
    ///   - name: The copy's name; the source's without one. A taken name gets the next number.
    /// - Returns: The copy.
    /// - Throws: `NetworkError` for an illegal name or a parent that can't hold it.
    /// - Source: <https://docs.derivative.ca/COMP_Class>
    package func copy(
        _ source: Operator, into parent: Operator, named name: String? = nil
    ) throws(NetworkError) -> Operator {
        try copy([source], into: parent, names: [name])[0]
    }

    /// Copies several operators, keeping the wires among them.
    ///
    /// - Returns: The copies, in the order of the sources.
    /// - Throws: `NetworkError` for a parent that can't hold them; nothing is copied then.
    package func copy(
        _ sources: [Operator], into parent: Operator
    ) throws(NetworkError) -> [Operator] {
        try copy(sources, into: parent, names: sources.map { _ in nil })
    }

    /// Copies several operators under names of their own, keeping the wires and docks among them.
    ///
    /// - Parameters:
    ///   - sources: What to copy.
    ///   - parent: The COMP to put the copies in.
    ///   - names: One for each; nil keeps the source's.
    /// - Returns: The copies, in the order of the sources.
    /// - Throws: `NetworkError` for an illegal name or a parent that can't hold them.
    package func copy(
        _ sources: [Operator], into parent: Operator, names: [String?]
    ) throws(NetworkError) -> [Operator] {
        // An operator that is named twice, or once by itself and once inside another one, is copied
        // as often: what stood inside is joined inside each copy, the tops are joined to each other.
        let trees = sources.map { [$0] + $0.descendants.map(\.operator) }
        // Copying what is stored may run code, which may destroy what is copied.
        let storages = trees.map { tree in
            tree.reduce(into: [OperatorID: AnyObject]()) { storages, original in
                storages[original.id] = original.network?.storageKeeper?.copyOfStorage(of: original)
            }
        }
        for source in sources where !source.isValid { throw .gone(source.name, attempt: "copied") }

        var tops: [Operator] = []
        var topCopies: [OperatorID: Operator] = [:]
        var made: [(original: Operator, copy: Operator, tree: Int)] = []
        var copies: [[OperatorID: Operator]] = []
        for (tree, name) in zip(trees, names) {
            var inside: [OperatorID: Operator] = [:]
            for original in tree {
                let isTop = original === tree[0]
                let ownName = original.name.isEmpty ? nil : original.name
                guard let place = isTop ? parent : original.parent.flatMap({ inside[$0.id] })
                else { continue }
                let copy = try add(
                    original.type, named: isTop ? name ?? ownName : ownName, in: place)
                inside[original.id] = copy
                made.append((original, copy, copies.count))
                if isTop { tops.append(copy) }
            }
            if topCopies[tree[0].id] == nil { topCopies[tree[0].id] = tops.last }
            copies.append(inside)
        }
        for (original, copy, tree) in made {
            copy.takeOver(original, storages[tree][original.id])
        }
        for (original, copy, tree) in made {
            if tops[tree] !== copy {
                rejoin(copy, as: original, copies[tree])
            } else if topCopies[original.id] === copy {
                rejoin(copy, as: original, topCopies)
            }
        }
        for (copy, source) in zip(tops, sources) { note(.copied(copy, from: source)) }
        return tops
    }

    private func rejoin(
        _ copy: Operator, as original: Operator, _ copies: [OperatorID: Operator]
    ) {
        guard original.hasWiring else { return }

        copy.wiring.inputs = original.wiring.inputs.map { end in
            end.flatMap { end in copies[end.id].map { Wiring.End(id: $0.id, index: end.index) } }
        }
        while let last = copy.wiring.inputs.last, last == nil { copy.wiring.inputs.removeLast() }
        copy.wiring.outputs = original.wiring.outputs.compactMap { output, end in
            copies[end.id].map { (output, Wiring.End(id: $0.id, index: end.index)) }
        }
        copy.wiring.above = original.wiring.above.flatMap { copies[$0]?.id }
        copy.wiring.below = original.wiring.below.compactMap { copies[$0]?.id }
        copy.wiring.dock = original.wiring.dock.flatMap { copies[$0]?.id }
        copy.wiring.docked = original.wiring.docked.compactMap { copies[$0]?.id }
    }
}

extension Operator {
    /// Takes over everything of another operator of the same type but its place and its peer.
    func takeOver(_ original: Operator, _ storage: AnyObject?) {
        if original.hasParameters { parameters.copy(from: original.parameters) }
        if let ownContent, let other = original.ownContent { ownContent.become(copyOf: other) }
        flags = original.flags.subtracting([.current, .selected])
        (nodeX, nodeY) = (original.nodeX, original.nodeY)
        (nodeWidth, nodeHeight) = (original.nodeWidth, original.nodeHeight)
        color = original.color
        comment = original.comment
        tags = original.tags
        origin = original.origin
        startStorage = original.startStorage
        copiedStorage = storage
    }
}
