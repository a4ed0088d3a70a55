/// A server that keeps its port, or that waits for itself.
package enum ServerNotClosable: Rule {
    package static let id = "TH608"
    package static let name = "ServerNotClosable"
    package static let title = "a server cannot be closed"
    package static let severity = Severity.warning
    package static let help =
        "In a stop method, from another thread than the server's: shutdown(), then server_close()."

    package static func find(in analysis: Analysis) -> [Finding] {
        var names: Set<String> = []
        for (statement, function, script) in analysis.index.statements {
            for case .attribute(_, let name) in ExpressionWalk(statement.expressions).map(\.kind) {
                names.insert(name)
            }
            // `with server:` closes it at the end.
            guard case .with(let managers, _) = statement.kind else { continue }
            for manager in managers
            where !analysis.made(["server"], by: manager.value, in: function, of: script).isEmpty {
                names.insert("server_close")
            }
        }
        let passed = analysis.functions.flatMap { function in
            function.definition.expressions.compactMap {
                expression -> (Expression, ScriptFunction)? in
                guard case .attribute(let server, "serve_forever") = expression.kind,
                    !analysis.made(["server"], by: server, in: function, of: function.script)
                        .isEmpty
                else { return nil }
                return (expression, function)
            }
        }
        let missing = ["shutdown", "server_close"].filter { !names.contains($0) }
        guard !missing.isEmpty, let (expression, function) = passed.first else { return [] }
        return [
            finding(
                "Nothing calls \(missing.joined(separator: "() or "))() of this server, so its port "
                    + "stays taken after a re-initialisation.",
                at: expression.span, in: function.script)
        ]
    }
}
