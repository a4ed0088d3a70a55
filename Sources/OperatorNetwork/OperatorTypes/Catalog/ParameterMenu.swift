/// The entries of a menu, in order.
nonisolated struct ParameterMenu: Sendable {
    let names: [String]
    let labels: [String]

    /// Reads entries of the form `name=label`.
    init(_ entries: [Substring]) {
        let pairs = entries.map { $0.split(separator: "=", maxSplits: 1) }
        names = pairs.map { String($0.first ?? "") }
        labels = pairs.map { String($0.last ?? "") }
    }
}
