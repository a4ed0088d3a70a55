extension ParameterCollection {
    /// The custom page of a name, made when there is none.
    ///
    /// - Source: <https://docs.derivative.ca/COMP_Class>
    package func customPage(named name: String) -> CustomPage {
        if let page = customPages.first(where: { $0.name == name }) { return page }

        let page = CustomPage(name: name, owner: owner)
        customPages.append(page)
        noteRedefinition()
        return page
    }

    /// Gives a custom page another name.
    ///
    /// - Throws: `ParameterError` when the name is empty or another custom page bears it.
    package func rename(_ page: CustomPage, to name: String) throws(ParameterError) {
        guard name != page.name else { return }
        guard !name.isEmpty, !customPages.contains(where: { $0.name == name }) else {
            throw .definition(
                page.name, at: owner?.path ?? "",
                "stands on a page that can't be called '\(name)': the name is empty or taken.")
        }
        page.name = name
        for group in page.groups { for part in group.parameters { part.definition.page = name } }
        noteRedefinition()
    }

    /// Puts the named custom pages first, in that order; the others keep theirs.
    package func sortCustomPages(_ names: [String]) {
        let first = names.compactMap { name in customPages.first { $0.name == name } }
        customPages = first + customPages.filter { page in !first.contains { $0 === page } }
        noteRedefinition()
    }

    /// Puts the named groups of a custom page first, in that order; the others keep theirs.
    package func sort(_ page: CustomPage, _ names: [String]) {
        let first = names.compactMap { name in page.groups.first { $0.name == name } }
        page.groups = first + page.groups.filter { group in !names.contains(group.name) }
        noteRedefinition()
    }

    /// Adds a custom parameter, or a group of them, to a custom page.
    ///
    /// - Parameters:
    ///   - name: The group's name: a capital letter, then small letters and digits.
    ///   - style: The style asked for; the parameters report its normalised form.
    ///   - label: What people read; the name without one.
    ///   - size: How many numbers a `Float` or `Int` has, 1 to 4.
    ///   - page: A custom page of this operator.
    ///   - order: Where it stands on the page; after the others without one.
    ///   - replacing: Whether a custom parameter of that name is redefined. One of the same style
    ///     and size keeps its values.
    /// - Returns: The group with its parameters.
    /// - Throws: `ParameterError` for a wrong name, size or page, or a name that is taken.
    /// - Source: <https://docs.derivative.ca/Page_Class>
    @discardableResult
    package func appendCustom(
        _ name: String, style: ParameterStyle, label: String? = nil, size: Int = 1,
        on page: CustomPage, order: Double? = nil, replacing: Bool = true
    ) throws(ParameterError) -> ParameterGroup {
        guard let owner, page.owner === owner else {
            throw .definition(name, at: page.owner?.path ?? "", "needs a page of its own operator.")
        }
        let names = try partNames(name, style.suffixes, style.isSizable ? size : 1, asked: size)
        let old = customGroup(named: name)
        try checkFree(name, names, replacing: replacing ? old : nil)

        let states = old?.parameters.map(\.state) ?? []
        let keepsStates =
            old?.parameters.count == names.count
            && old?.parameters.first?.style == style.normalised && style != .sequence
        removeCustom(named: name)
        let parts = names.enumerated().map { index, partName in
            var definition = ParameterDefinition(
                name: partName, label: label ?? name, style: style, page: page.name)
            definition.group = name
            definition.componentIndex = index
            definition.isCustom = true
            definition.order = order ?? Double(page.groups.count)
            let part = Parameter(definition, owner: owner)
            if keepsStates { part.assign(states[index], tellingObservers: false) }
            return part
        }
        let group = ParameterGroup(name: name, parameters: parts)
        adopt(group, on: page)
        noteRedefinition()
        return group
    }

    /// The custom group of a name.
    package func customGroup(named name: String) -> ParameterGroup? {
        customPages.lazy.compactMap { page in page.groups.first { $0.name == name } }.first
    }

    /// The custom page that a parameter stands on, in a block or alone.
    package func page(of parameter: Parameter) -> CustomPage? {
        let holder = parameter.definition.sequence.flatMap { sequence(named: $0)?.parameter }
        let group = (holder ?? parameter).definition.group
        return customPages.first { page in page.groups.contains { $0.name == group } }
    }

    /// Removes a custom group; its parameters are no longer valid.
    ///
    /// - Returns: Whether there was one.
    @discardableResult
    package func removeCustom(named name: String) -> Bool {
        for page in customPages {
            guard let index = page.groups.firstIndex(where: { $0.name == name }) else { continue }
            forget(page.groups.remove(at: index))
            noteRedefinition()
            return true
        }
        return false
    }

    /// Removes a custom page and everything on it.
    package func remove(_ page: CustomPage) {
        guard let index = customPages.firstIndex(where: { $0 === page }) else { return }

        customPages.remove(at: index)
        page.owner = nil
        for group in page.groups { forget(group) }
        page.groups.removeAll()
        noteRedefinition()
    }

    /// Puts a group on a page and its parameters into the collection, sequences with them.
    func adopt(_ group: ParameterGroup, on page: CustomPage) {
        let position = page.groups.firstIndex { other in
            guard let placed = other.parameters.first, let added = group.parameters.first else {
                return false
            }
            return placed.definition.order > added.definition.order
        }
        page.groups.insert(group, at: position ?? page.groups.endIndex)
        for part in group.parameters {
            made[part.name] = part
            if part.style == .sequence { _ = addSequence(part) }
        }
    }

    private func forget(_ group: ParameterGroup) {
        for part in group.parameters {
            if let index = madeSequences.firstIndex(where: { $0.parameter === part }) {
                madeSequences.remove(at: index).removeAllBlocks()
            }
            made[part.name] = nil
            part.owner = nil
        }
    }

    /// The names of a group's parameters.
    ///
    /// - Throws: `ParameterError` for a wrong name or size.
    func partNames(
        _ name: String, _ suffixes: [String], _ size: Int, asked: Int
    ) throws(ParameterError) -> [String] {
        let letters = Array(name.utf8)
        let isLegal =
            letters.first.map { (65...90).contains($0) } ?? false
            && letters.dropFirst().allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
        guard isLegal else {
            throw .definition(
                name, at: owner?.path ?? "",
                "can't be made: a custom name is one capital letter, then small letters and "
                    + "digits only.")
        }
        guard size == asked, (1...4).contains(size) else {
            throw .definition(
                name, at: owner?.path ?? "",
                "can't have \(asked) components: only Float and Int have a size, from 1 to 4.")
        }
        guard suffixes.isEmpty else { return suffixes.map { name + $0 } }
        return size == 1 ? [name] : (1...size).map { "\(name)\($0)" }
    }

    /// - Throws: `ParameterError` when a name is taken by another parameter than the group's own.
    func checkFree(
        _ name: String, _ names: [String], replacing old: ParameterGroup?
    ) throws(ParameterError) {
        let isGroupTaken = old == nil && customGroup(named: name) != nil
        let taken = names.first { candidate in
            guard let holder = self[candidate] else { return false }
            return !(old?.parameters.contains { $0 === holder } ?? false)
        }
        guard let problem = isGroupTaken ? name : taken else { return }
        throw .definition(
            name, at: owner?.path ?? "",
            "can't be made: the name '\(problem)' is taken; remove that parameter first or "
                + "choose another name.")
    }

    func noteRedefinition() {
        if let owner { owner.network?.note(.parametersRedefined(owner)) }
    }
}
