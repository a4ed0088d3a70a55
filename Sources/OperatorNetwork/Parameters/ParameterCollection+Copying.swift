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
            guard let source = other[name], source.style != .sequence else { continue }
            self[name]?.assign(source.state, tellingObservers: false)
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
