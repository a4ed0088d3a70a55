/// The built-in parameters of a type, laid out once for all its operators.
nonisolated final class ParameterTable: Sendable {
    let definitions: [ParameterDefinition]
    let pages: [String]
    let hasSequences: Bool
    private let positions: [String: Int]

    init(_ pages: [ParameterPage]) {
        self.pages = pages.map(\.name)
        definitions = pages.flatMap(\.definitions)
        hasSequences = definitions.contains { $0.style == .sequence }
        positions = Dictionary(
            definitions.enumerated().map { ($0.element.name, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Where a parameter stands among all.
    func place(of name: String) -> Int? { positions[name] }

    subscript(name: String) -> ParameterDefinition? {
        positions[name].map { definitions[$0] }
    }
}
