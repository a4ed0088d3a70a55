/// The ties between COMPs from bottom to top: which object moves with which, which panel lies in which.
extension Network {
    /// Ties a COMP below another one, or to none.
    ///
    /// - Parameters:
    ///   - child: The COMP whose top is tied; what it was tied to before lets go.
    ///   - parent: The COMP whose bottom it is tied to.
    /// - Throws: `NetworkError` unless both are objects or both are panels in the same COMP, and no
    ///   COMP comes to stand below itself.
    /// - Source: <https://docs.derivative.ca/Connector_Class>
    package func tie(_ child: Operator, below parent: Operator?) throws(NetworkError) {
        try checkMembership(child, attempt: "tied")
        if let parent {
            try checkMembership(parent, attempt: "tied")
            if let why = obstacle(child, parent) {
                throw .noWire(from: parent, to: child, why: why)
            }
        }
        child.componentAbove?.wiring.below.removeAll { $0 == child.id }
        child.wiring.above = parent?.id
        parent?.wiring.below.append(child.id)
        note(.wired(child))
    }

    /// Cuts all ties of an operator that goes.
    func untie(_ leaving: Operator) {
        leaving.componentAbove?.wiring.below.removeAll { $0 == leaving.id }
        for child in leaving.componentsBelow { child.wiring.above = nil }
    }

    private func obstacle(_ child: Operator, _ parent: Operator) -> String? {
        if child.type.subType.isEmpty || child.type.subType != parent.type.subType {
            return "only two objects or two panels have connectors at top and bottom that fit"
        }
        if child.parent !== parent.parent { return "both must stand in the same COMP" }
        var step: Operator? = parent
        while let above = step {
            if above === child { return "it stands above, and would come to stand below itself" }
            step = above.componentAbove
        }
        return nil
    }
}

extension Operator {
    /// The COMP that this one's top is tied to.
    package var componentAbove: Operator? {
        wiring.above.flatMap { network?.operator(withID: $0) }
    }

    /// The COMPs that are tied to this one's bottom.
    package var componentsBelow: [Operator] {
        wiring.below.compactMap { network?.operator(withID: $0) }
    }
}
