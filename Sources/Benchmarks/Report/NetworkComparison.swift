/// What a network of one size costs, beside the same tree of plain Python objects.
nonisolated struct NetworkComparison: Codable, Sendable {
    let operators: Int
    let ours: NetworkCosts
    let python: NetworkCosts
}
