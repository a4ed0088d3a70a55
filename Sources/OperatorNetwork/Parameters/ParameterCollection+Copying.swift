extension ParameterCollection {
    /// Takes over another operator's parameters; observers are not told.
    ///
    /// - Parameters:
    ///   - other: Where from; parameters that this operator lacks are left out.
    ///   - custom: Whether custom pages and parameters are made as there, with their values.
    ///   - builtIn: Whether values of built-in parameters are taken over.
    /// - Source: <https://docs.derivative.ca/OP_Class>
    package func copy(
        from other: ParameterCollection, custom: Bool = true, builtIn: Bool = true
    ) {
        guard other !== self else { return }

        if builtIn {
            copyBuiltIn(from: other)
            for sequence in other.madeSequences where !sequence.parameter.definition.isCustom {
                self.sequence(named: sequence.name)?.copyBlocks(from: sequence)
            }
        }
        if custom { copyCustom(from: other) }
    }

    private func copyBuiltIn(from other: ParameterCollection) {
        let set = Set(other.touched.map(\.name)).union(touched.map(\.name))
        for name in set {
            guard let source = other[name], let target = self[name],
                let state = target.fitting(source)
            else { continue }
            target.assign(state, tellingObservers: false)
        }
    }

    /// Removes the custom parameters whose names others are going to bear.
    private func makeRoom(for parameters: [Parameter]) {
        for part in parameters {
            guard let holder = made[part.name], holder.definition.isCustom else { continue }
            removeCustom(named: holder.definition.sequence ?? holder.definition.group)
        }
    }

    private func copyCustom(from other: ParameterCollection) {
        guard let owner else { return }

        for page in other.customPages {
            let copy = customPage(named: page.name)
            for group in page.groups {
                removeCustom(named: group.name)
                makeRoom(for: group.parameters.flatMap { other.withBlocks($0) })
                let parts = group.parameters.map { source in
                    let part = Parameter(source.definition, owner: owner)
                    part.assign(source.state, tellingObservers: false)
                    return part
                }
                adopt(ParameterGroup(name: group.name, parameters: parts), on: copy)
                for sequence in other.madeSequences
                where group.parameters.contains(where: { $0 === sequence.parameter }) {
                    self.sequence(named: sequence.name)?.copyBlocks(from: sequence)
                }
            }
        }
    }
}

extension Parameter {
    /// Another parameter's state as this one can have it; nil where its value fits none of this style.
    ///
    /// Two types may give one name to a number, a menu and a sequence.
    fileprivate func fitting(_ other: Parameter) -> State? {
        guard style != .sequence, other.style != .sequence else { return nil }
        var state = other.state
        guard
            definition.style != other.definition.style
                || definition.menuNames != other.definition.menuNames
        else { return state }
        guard let value = try? definition.coerce(state.value) else { return nil }
        state.value = value
        return state
    }
}
