/// Code that asks whether it runs on the main thread.
enum MainThreadQuestion {
    private static let askers: Set = [
        "current_thread", "currentThread", "get_ident", "get_native_id",
    ]

    /// The answer that a comparison gives on another thread, nil for one that asks something else:
    /// `current_thread() is main_thread()`, `get_ident() == self._main_id`.
    static func answer(
        _ left: Expression, _ operation: String, _ right: Expression
    ) -> Bool? {
        let sides = [left, right]
        guard sides.contains(where: { names(in: $0).contains { askers.contains($0) } }),
            sides.contains(where: { names(in: $0).contains { isMain($0) } })
        else { return nil }
        switch operation {
        case "Is", "Eq": return false
        case "IsNot", "NotEq": return true
        default: return nil
        }
    }

    /// Whether a function asks which thread it runs on, so that it may be called by any.
    static func isAsked(by function: ScriptFunction) -> Bool {
        function.definition.expressions.contains { expression in
            guard case .attribute(_, let name) = expression.kind else { return false }
            return name == "main_thread" || name == "isMainThread"
        }
    }

    private static func isMain(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.contains("mainthread")
            || name.split(separator: "_").contains { $0 == "main" }
    }

    private static func names(in expression: Expression) -> [String] {
        ExpressionWalk([expression]).compactMap { part in
            switch part.kind {
            case .name(let name), .attribute(_, let name), .string(let name): name
            default: nil
            }
        }
    }
}
