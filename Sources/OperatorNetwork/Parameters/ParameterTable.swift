/// The built-in parameters of a type, laid out once for all its operators.
nonisolated final class ParameterTable: Sendable {
    let definitions: [SharedDefinition]
    let pages: [String]
    let hasSequences: Bool
    private let positions: [String: Int]

    init(_ pages: [ParameterPage]) {
        self.pages = pages.map(\.name)
        let definitions = pages.flatMap(\.definitions)
        self.definitions = definitions.enumerated().map { place, definition in
            SharedDefinition(definition, place: place)
        }
        hasSequences = definitions.contains { $0.style == .sequence }
        positions = Dictionary(
            definitions.enumerated().map { ($0.element.name, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Where a parameter stands among all.
    func place(of name: String) -> Int? { positions[name] }
}
