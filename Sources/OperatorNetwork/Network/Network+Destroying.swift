extension Network {
    /// Destroys an operator and everything inside it, the innermost first.
    ///
    /// Observers hear `willDestroy` for each operator while all of them are still whole, and may
    /// change the network then; what is already going is not told twice.
    ///
    /// - Throws: `NetworkError` for the root and for an operator that is destroyed already.
    /// - Source: <https://docs.derivative.ca/OP_Class>
    package func destroy(_ leaving: Operator) throws(NetworkError) {
        try checkMembership(leaving, attempt: "destroyed")
        guard leaving !== root else { throw .root("destroyed") }
        guard !leaving.isBeingDestroyed else { return }

        let doomed = announceDestruction(of: leaving)
        for member in doomed.reversed() where member.isValid { remove(member) }
    }

    /// Tells observers what goes, the outermost first.
    ///
    /// All are marked before the first is told, so that nothing new can be created inside.
    private func announceDestruction(of leaving: Operator) -> [Operator] {
        let doomed = [leaving] + leaving.descendants.map(\.operator)
        let fresh = doomed.filter { !$0.isBeingDestroyed }
        for member in fresh { member.isBeingDestroyed = true }
        for member in fresh where member.isValid { note(.willDestroy(member)) }
        return doomed
    }
}
