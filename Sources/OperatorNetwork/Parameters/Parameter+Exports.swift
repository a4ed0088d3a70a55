extension Parameter {
    /// Takes over a value that a channel exports to it, which puts it into export mode.
    ///
    /// A value that the style can't hold leaves the parameter as it is.
    package func takeExport(_ value: ParameterValue, from source: Operator) {
        guard let held = try? definition.coerce(value, at: owner?.path ?? "") else { return }
        var state = state
        state.value = held
        state.mode = .export
        assign(state)
    }
}
