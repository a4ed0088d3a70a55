extension ParameterSequence {
    /// How a custom parameter is called inside a block: `Size` becomes the `size` of `Items0size`.
    ///
    /// - Source: <https://docs.derivative.ca/Sequence_Class>
    static func baseName(of name: String) -> String {
        name.prefix(1).lowercased() + name.dropFirst()
    }

    /// How a parameter of a block is called once it stands alone: the way back.
    package static func freeName(of base: String) -> String {
        base.prefix(1).uppercased() + base.dropFirst()
    }

    /// Sets how many groups a block of a custom sequence has.
    ///
    /// The groups that follow the sequence on its page go into the blocks, with their values in
    /// block 0; groups that leave the blocks follow the sequence again, with those of block 0.
    ///
    /// - Throws: `ParameterError` for a built-in sequence, when fewer groups follow it, or when a
    ///   name that is needed is taken.
    /// - Source: <https://docs.derivative.ca/Sequence_Class>
    package func setBlockSize(_ size: Int) throws(ParameterError) {
        guard parameter.definition.isCustom, let owner = parameter.owner else {
            throw refusal("is built in, and so is the size of its blocks.")
        }
        guard size >= 0 else { throw refusal("can't have blocks of \(size) groups.") }
        guard size != blockSize else { return }

        if size > blockSize {
            try take(size - blockSize, from: owner.parameters)
        } else {
            try give(blockSize - size, to: owner.parameters)
        }
    }

    /// Adds a parameter to every block of a custom sequence, as a file defines it.
    ///
    /// - Throws: `ParameterError` for a built-in sequence or a name that is taken.
    package func extendBlock(with definition: ParameterDefinition) throws(ParameterError) {
        guard parameter.definition.isCustom, definition.style != .sequence,
            let owner = parameter.owner
        else {
            throw refusal(
                "can't be extended by '\(definition.name)'; only custom sequences take parameters "
                    + "into their blocks, and no sequences.")
        }
        var base = definition
        base.name = Self.baseName(of: base.name)
        base.group = Self.baseName(of: base.group)
        guard !base.name.isEmpty,
            !parameter.definition.block.contains(where: { $0.name == base.name })
        else { throw refusal("has '\(base.name)' in its blocks already.") }
        try checkNames([base], blocks.indices)
        parameter.definition.block.append(base)
        rearrange { blocks in
            for number in blocks.indices {
                blocks[number].append(
                    Parameter(base.inBlock(number, of: parameter.definition), owner: owner))
            }
        }
    }

    private func take(_ count: Int, from collection: ParameterCollection) throws(ParameterError) {
        guard let owner = parameter.owner, let page = collection.page(of: parameter),
            let place = page.groups.firstIndex(where: { $0.parameters.first === parameter })
        else { throw refusal("stands on no page.") }
        let following = page.groups[(place + 1)...].prefix(count)
        guard following.count == count,
            following.allSatisfy({ $0.parameters.allSatisfy { $0.style != .sequence } })
        else {
            throw refusal(
                "is followed by fewer than \(count) groups that can go into its blocks; append "
                    + "them to its page first.")
        }
        let names = Set(parameter.definition.block.flatMap { [$0.name, $0.group] })
        let parts = following.flatMap(\.parameters)
        if let taken = parts.first(where: { part in
            names.contains(Self.baseName(of: part.name))
                || names.contains(Self.baseName(of: part.definition.group))
        }) {
            throw refusal("has '\(Self.baseName(of: taken.name))' in its blocks already.")
        }
        let bases = parts.map { part in
            var base = part.definition
            base.name = Self.baseName(of: base.name)
            base.group = Self.baseName(of: base.group)
            return base
        }
        try checkNames(bases, 0..<max(1, blocks.count))
        page.groups.removeSubrange(place + 1...place + count)
        parameter.definition.block += bases
        for part in parts { collection.made[part.name] = nil }
        rearrange { blocks in
            for number in blocks.indices.dropFirst() {
                blocks[number] += bases.map {
                    Parameter($0.inBlock(number, of: parameter.definition), owner: owner)
                }
            }
            if blocks.isEmpty { blocks = [[]] }
            blocks[0] += parts
        }
    }

    private func give(_ count: Int, to collection: ParameterCollection) throws(ParameterError) {
        // What leaves is what block 0 holds.
        if blocks.isEmpty { try resize(to: 1) }
        var groups: [String] = []
        for base in parameter.definition.block where groups.last != base.group {
            groups.append(base.group)
        }
        let kept = Set(groups.dropLast(count))
        let firstLeaving = parameter.definition.block.firstIndex { !kept.contains($0.group) }
        guard let firstLeaving, let page = collection.page(of: parameter) else { return }
        let leaving = Array(parameter.definition.block[firstLeaving...])
        if let taken = leaving.first(where: { collection[Self.freeName(of: $0.name)] != nil }) {
            throw refusal(
                "can't let '\(taken.name)' go: \(Self.freeName(of: taken.name)) is taken.")
        }
        var freed: [Parameter] = []
        parameter.definition.block.removeSubrange(firstLeaving...)
        rearrange { blocks in
            for number in blocks.indices {
                let parts = Array(blocks[number][firstLeaving...])
                blocks[number].removeSubrange(firstLeaving...)
                if number == 0 { freed = parts } else { forget(parts) }
            }
        }
        for (part, base) in zip(freed, leaving) {
            part.definition.name = Self.freeName(of: base.name)
            part.definition.group = Self.freeName(of: base.group)
            part.definition.sequence = nil
            collection.made[part.name] = part
        }
        let place = page.groups.firstIndex { $0.parameters.first === parameter } ?? -1
        page.groups.insert(contentsOf: ParameterGroup.groups(of: freed), at: place + 1)
    }

    /// Changes what all blocks say of a parameter, and what new ones will say.
    func redefine(_ part: Parameter, _ change: (inout ParameterDefinition) -> Void) {
        let place = blocks[part.definition.blockIndex].firstIndex { $0 === part }
        guard let place else { return }
        change(&parameter.definition.block[place])
        for block in blocks { change(&block[place].definition) }
    }

    private func refusal(_ text: String) -> ParameterError {
        .definition(name, at: parameter.owner?.path ?? "", text)
    }
}
