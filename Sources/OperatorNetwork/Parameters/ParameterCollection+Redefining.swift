extension ParameterCollection {
    /// Adds a custom group with the definition and the values of another one, of any operator.
    ///
    /// - Parameters:
    ///   - name: Its name; it gets a capital letter, small ones and digits, and nothing else.
    ///   - source: What it is made like; a `Float` without one.
    ///   - label: What people read; the source's without one.
    ///   - page: A custom page of this operator.
    ///   - order: Where it stands on the page; after the others without one.
    ///   - replacing: Whether a custom parameter of that name is redefined.
    /// - Returns: The group.
    /// - Throws: `ParameterError` as for any custom group.
    /// - Source: <https://docs.derivative.ca/Page_Class>
    package func appendCustom(
        _ name: String, like source: ParameterGroup?, label: String? = nil, on page: CustomPage,
        order: Double? = nil, replacing: Bool = true
    ) throws(ParameterError) -> ParameterGroup {
        let letters = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let name = ParameterSequence.freeName(of: letters)
        guard let source, let first = source.parameters.first else {
            return try appendCustom(
                name, style: .float, label: label, on: page, order: order, replacing: replacing)
        }
        let originals = source.parameters.map { ($0.definition, $0.state) }
        let size = first.style.isSizable ? originals.count : 1
        let group = try appendCustom(
            name, style: Self.style(of: source), label: label ?? first.definition.label, size: size,
            on: page, order: order, replacing: replacing)
        for (part, (definition, state)) in zip(group.parameters, originals) {
            part.takeDefinition(of: definition)
            if part.style != .sequence { part.assign(state, tellingObservers: false) }
        }
        return group
    }

    /// The style that makes a group of as many parts: a normalised `XYZW` of two is an `XY`.
    private static func style(of group: ParameterGroup) -> ParameterStyle {
        guard let style = group.parameters.first?.style, !style.suffixes.isEmpty else {
            return group.parameters.first?.style ?? .float
        }
        let suffixes = group.parameters.map { String($0.definition.suffix) }
        return ParameterStyle.allCases.first {
            $0.normalised == style && $0.suffixes == suffixes
        } ?? style
    }

    /// Gives a custom group and its parameters another name.
    ///
    /// - Throws: `ParameterError` for a built-in group, one in a sequence's block, a wrong name or
    ///   one that is taken.
    /// - Source: <https://docs.derivative.ca/ParGroup_Class>
    package func rename(_ group: ParameterGroup, to name: String) throws(ParameterError) {
        let (page, index) = try place(of: group)
        guard name != group.name else { return }
        guard customGroup(named: name) == nil else {
            throw refusal(group, "can't be called '\(name)': the name is taken.")
        }
        let suffixes = group.parameters.map { String($0.definition.suffix) }
        let names = try partNames(
            name, group.parameters.count == 1 ? [] : suffixes, 1, asked: 1)
        try checkFree(name, names, replacing: group)
        let sequence = madeSequences.first { $0.parameter === group.parameters.first }
        if let sequence {
            try sequence.checkNames(
                sequence.parameter.definition.block, sequence.blocks.indices, under: name)
        }
        for part in group.parameters { made[part.name] = nil }
        for (part, name) in zip(group.parameters, names) { part.definition.name = name }
        for part in group.parameters {
            part.definition.group = name
            made[part.name] = part
        }
        page.groups[index].name = name
        // The names of a sequence's blocks begin with its own.
        sequence?.rearrange { _ in }
        noteRedefinition()
    }

    /// Puts a custom group onto another custom page, after those that are there.
    ///
    /// - Throws: `ParameterError` for a built-in group, one in a block, or a page elsewhere.
    package func move(_ group: ParameterGroup, to page: CustomPage) throws(ParameterError) {
        let (from, index) = try place(of: group)
        guard page.owner === owner else {
            throw refusal(group, "needs a page of its own operator.")
        }
        guard from !== page else { return }
        page.groups.append(from.groups.remove(at: index))
        for part in group.parameters {
            part.definition.page = page.name
            for other in withBlocks(part) { other.definition.page = page.name }
        }
        noteRedefinition()
    }

    /// Sets where a custom group stands among those of its page: the lowest order first.
    ///
    /// - Throws: `ParameterError` for a built-in group or one in a block.
    package func setOrder(_ order: Double, of group: ParameterGroup) throws(ParameterError) {
        let (page, _) = try place(of: group)
        for part in group.parameters { part.definition.order = order }
        let sorted = page.groups.enumerated().sorted { one, other in
            let first = one.element.parameters.first?.definition.order ?? 0
            let second = other.element.parameters.first?.definition.order ?? 0
            return first == second ? one.offset < other.offset : first < second
        }
        page.groups = sorted.map(\.element)
        noteRedefinition()
    }

    /// Sets how many numbers a custom `Float` or `Int` group has; those that stay keep their values.
    ///
    /// - Throws: `ParameterError` for another style, a size beyond 1 to 4, or a taken name.
    package func resize(_ group: ParameterGroup, to size: Int) throws(ParameterError) {
        let (page, index) = try place(of: group)
        guard size != group.parameters.count else { return }
        guard let first = group.parameters.first, let owner, first.style.isSizable else {
            throw refusal(group, "can't change its size: only custom Float and Int groups can.")
        }
        let names = try partNames(group.name, [], size, asked: size)
        try checkFree(group.name, names, replacing: group)
        for part in group.parameters { made[part.name] = nil }
        let parts = names.enumerated().map { place, name in
            guard !group.parameters.indices.contains(place) else {
                group.parameters[place].definition.name = name
                return group.parameters[place]
            }
            var definition = first.definition
            definition.name = name
            definition.componentIndex = place
            return Parameter(definition, owner: owner)
        }
        for part in group.parameters.dropFirst(size) { part.owner = nil }
        for part in parts { made[part.name] = part }
        page.groups[index] = ParameterGroup(name: group.name, parameters: parts)
        noteRedefinition()
    }

    /// Removes a custom group, or the whole block when it stands in one of a sequence's.
    ///
    /// - Throws: `ParameterError` for a built-in parameter outside of sequences, or the last block
    ///   of a built-in sequence.
    /// - Source: <https://docs.derivative.ca/Par_Class>
    package func destroy(_ group: ParameterGroup) throws(ParameterError) {
        guard let first = group.parameters.first else { return }
        if let name = first.definition.sequence, let sequence = sequence(named: name) {
            try sequence.removeBlock(at: first.definition.blockIndex)
        } else {
            _ = try place(of: group)
            removeCustom(named: group.name)
        }
    }

    private func place(
        of group: ParameterGroup
    ) throws(ParameterError) -> (page: CustomPage, index: Int) {
        for page in customPages {
            if let index = page.groups.firstIndex(where: { $0.name == group.name }) {
                return (page, index)
            }
        }
        let isCustom = group.parameters.first?.definition.isCustom ?? false
        throw refusal(
            group,
            isCustom
                ? "stands in a sequence, which alone says how its blocks are made."
                : "is built in and can't be redefined; only custom parameters can.")
    }

    private func refusal(_ group: ParameterGroup, _ text: String) -> ParameterError {
        .definition(group.name, at: owner?.path ?? "", text)
    }
}
