/// A page of a type's built-in parameters, as the type declares it.
package nonisolated struct ParameterPage: Sendable {
    package let name: String
    package let definitions: [ParameterDefinition]

    /// Makes a page of groups, each in a list of its own, in order.
    init(_ name: String, _ groups: [[ParameterDefinition]]) {
        self.name = name
        definitions = groups.flatMap { $0 }.map { definition in
            var placed = definition
            placed.page = name
            return placed
        }
    }
}
