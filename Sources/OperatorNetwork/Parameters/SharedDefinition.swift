/// A definition that all operators of a type have in common.
///
/// A parameter holds this reference until it is redefined, as only custom ones and those in blocks
/// can be; so a hundred thousand operators share the names, labels and menus of their parameters.
nonisolated final class SharedDefinition: Sendable {
    let definition: ParameterDefinition

    init(_ definition: ParameterDefinition) {
        self.definition = definition
    }
}
