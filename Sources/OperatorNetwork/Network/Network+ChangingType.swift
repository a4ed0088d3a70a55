extension Network {
    /// Puts a new operator of another type in the place of one: name, position, flags and wires stay,
    /// as do parameters of the same name, custom pages, storage and, in a COMP, what is inside.
    ///
    /// - Parameters:
    ///   - old: The operator; it is destroyed.
    ///   - type: The new type.
    /// - Returns: The new operator.
    /// - Throws: `NetworkError` for the root and for an operator that is gone.
    /// - Source: <https://docs.derivative.ca/OP_Class>
    package func changeType(of old: Operator, to type: OperatorType) throws(NetworkError)
        -> Operator
    {
        let storage = storageKeeper?.copyOfStorage(of: old)
        try checkMembership(old, attempt: "given another type")
        guard let parent = old.parent else { throw .root("given another type") }
        let name = old.name
        let made = try create(type, named: name, in: parent)
        made.takeOver(old, storage)
        if type.family == .comp { _ = try copy(old.children, into: made) }
        let inputs = old.inputWires
        let outputs = old.outputWires
        let (dock, docked) = (old.dock, old.docked)
        try destroy(old)
        try rename(made, to: name)
        // A wire that the new type has no place for is left out, as in the editor.
        for wire in inputs {
            try? connect(output: wire.output, of: wire.source, toInput: wire.input, of: made)
        }
        for (output, target, input) in outputs where target.isValid {
            try? connect(output: output, of: made, toInput: input, of: target)
        }
        try self.dock(made, to: dock)
        for child in docked where child.isValid { try self.dock(child, to: made) }
        return made
    }
}
