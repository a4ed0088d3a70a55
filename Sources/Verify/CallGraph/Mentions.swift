/// The places where private methods are named.
enum Mentions {
    /// One of them.
    struct Place {
        /// The function that names the method, nil for a script's own statements.
        let function: ScriptFunction?
        let span: SourceSpan
    }

    /// Every attribute that begins with `_`, and every such name in a text, as `run()` takes it.
    static func all(
        in statements: [(Statement, ScriptFunction?, Script)]
    ) -> [String: [Place]] {
        var found: [String: [Place]] = [:]
        for (statement, function, _) in statements {
            for expression in ExpressionWalk(statement.expressions) {
                for name in names(in: expression) {
                    found[name, default: []].append(
                        Place(function: function, span: expression.span))
                }
            }
        }
        return found
    }

    private static func names(in expression: Expression) -> [String] {
        switch expression.kind {
        case .attribute(_, let name): name.hasPrefix("_") ? [name] : []
        case .string(let text) where text.utf8.contains(UInt8(ascii: "(")):
            // What `run()` takes: `args[0]._finish()`.
            text.split(separator: "._").dropFirst().compactMap { rest in
                let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                return rest.dropFirst(name.count).first == "(" ? "_\(name)" : nil
            }
        default: []
        }
    }
}
