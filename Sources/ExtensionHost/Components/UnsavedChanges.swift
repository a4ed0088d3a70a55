internal import OperatorNetwork

/// Which components hold changes that no file has.
///
/// - Source: <https://docs.derivative.ca/COMP_Class>
final class UnsavedChanges {
    private var changed: Set<OperatorID> = []
    private var isWatching = false

    /// Whether something in a component changed since it was loaded or saved.
    func contains(_ component: Operator) -> Bool { changed.contains(component.id) }

    /// Marks an operator and every component around it.
    func add(_ node: Operator) {
        guard isWatching else { return }
        var next: Operator? = node
        // What is marked has marked all around it.
        while let marked = next, changed.insert(marked.id).inserted { next = marked.parent }
    }

    /// A component was saved, with everything inside.
    func saved(_ component: Operator) {
        for node in component.withDescendants { changed.remove(node.id) }
    }

    /// Forgets an operator that is gone.
    func forget(_ id: OperatorID) { changed.remove(id) }

    /// The project is as its files have it; what changes from now on is noted.
    func startWatching() {
        changed.removeAll()
        isWatching = true
    }
}
