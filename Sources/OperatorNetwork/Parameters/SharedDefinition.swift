/// A definition that all operators of a type have in common.
///
/// A parameter holds this reference until it is redefined, as only custom ones and those in blocks
/// can be; so a hundred thousand operators share the names, labels and menus of their parameters.
nonisolated final class SharedDefinition: Sendable {
    let definition: ParameterDefinition
    /// Where a built-in parameter stands in its type's table; -1 for others.
    let place: Int

    init(_ definition: ParameterDefinition, place: Int = -1) {
        self.definition = definition
        self.place = place
    }
}
