extension ParameterCollection {
    /// Takes over what another operator of the same type has set, and tells observers what differs.
    func follow(_ other: ParameterCollection) {
        addMissingCustom(of: other)
        for sequence in other.madeSequences {
            guard let own = self.sequence(named: sequence.name),
                own.blocks.count != sequence.blocks.count
            else { continue }
            // The limit is the same, since the type is.
            try? own.resize(to: sequence.blocks.count)
        }
        for source in other.made.all.sorted(by: { $0.name < $1.name })
        where source.style != .sequence {
            self[source.name]?.assign(source.state)
        }
        for own in made.all
        where other.made[own.name] == nil && !own.definition.isCustom && own.style != .sequence {
            own.reset()
        }
    }

    /// Makes the custom pages and parameters that another operator has and this one lacks.
    func addMissingCustom(of other: ParameterCollection) {
        for page in other.customPages {
            let missing = page.groups.filter { $0.parameters.allSatisfy { self[$0.name] == nil } }
            if !missing.isEmpty { add(missing, on: page.name) }
        }
    }

    private func add(_ groups: [ParameterGroup], on page: String) {
        guard let owner else { return }
        let own = customPage(named: page)
        for group in groups {
            let parts = group.parameters.map { source in
                let part = Parameter(source.definition, owner: owner)
                part.assign(source.state, tellingObservers: false)
                return part
            }
            adopt(ParameterGroup(name: group.name, parameters: parts), on: own)
        }
        owner.network?.note(.parametersRedefined(owner))
    }
}
