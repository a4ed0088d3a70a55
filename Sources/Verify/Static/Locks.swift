/// What is done while a lock is held.
enum Locks {
    /// The statements of a function inside a `with` whose manager looks like a lock.
    static func lockedStatements(of function: ScriptFunction) -> Set<ObjectIdentifier> {
        var locked: Set<ObjectIdentifier> = []
        for statement in SyntaxWalk(function.definition.body) {
            guard case .with(let managers, let body) = statement.kind,
                managers.contains(where: { isLock($0.value) })
            else { continue }
            for inner in SyntaxWalk(body) { locked.insert(ObjectIdentifier(inner)) }
        }
        return locked
    }

    private static func isLock(_ expression: Expression) -> Bool {
        guard let name = expression.dotted?.split(separator: ".").last?.lowercased() else {
            return false
        }
        return ["lock", "mutex", "cond", "guard", "sem"].contains { name.contains($0) }
    }
}
