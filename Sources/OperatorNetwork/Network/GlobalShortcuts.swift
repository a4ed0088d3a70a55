/// Which COMPs claim which global shortcut, the first claim first.
struct GlobalShortcuts {
    private var holders: [String: [Operator]] = [:]
    private var claims: [OperatorID: String] = [:]

    /// The names that are claimed.
    var names: [String] { holders.keys.sorted() }

    /// The operators that claim a name; the first one has it.
    func holders(of name: String) -> [Operator] { holders[name] ?? [] }

    /// Replaces what an operator claims; an empty name claims nothing.
    mutating func set(_ name: String, for claimant: Operator) {
        remove(claimant)
        guard !name.isEmpty else { return }

        holders[name, default: []].append(claimant)
        claims[claimant.id] = name
    }

    /// Forgets what an operator claims.
    mutating func remove(_ claimant: Operator) {
        guard let name = claims.removeValue(forKey: claimant.id) else { return }

        holders[name]?.removeAll { $0 === claimant }
        if holders[name]?.isEmpty ?? false { holders[name] = nil }
    }
}

extension Network {
    /// The COMP whose parameter `opshortcut` is that name.
    ///
    /// - Source: <https://docs.derivative.ca/OP_Class>
    package func `operator`(withGlobalShortcut name: String) -> Operator? {
        globalShortcutHolders.holders(of: name).first
    }

    /// Takes note of an operator's `opshortcut`.
    ///
    /// Earlier holders lose the name when it is assigned, which is `takingOver`; a copy leaves it
    /// to them.
    func noteGlobalShortcut(of claimant: Operator, takingOver: Bool) {
        guard case .string(let name) = claimant.parameters[Self.globalShortcutParameter]?.value
        else { return }

        let earlier = globalShortcutHolders.holders(of: name).filter { $0 !== claimant }
        globalShortcutHolders.set(name, for: claimant)
        guard takingOver, !name.isEmpty else { return }

        for holder in earlier { holder.parameters[Self.globalShortcutParameter]?.reset() }
    }
}
