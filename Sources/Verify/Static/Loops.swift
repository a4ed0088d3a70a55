/// How a function repeats itself.
enum Loops {
    /// Whether a function has a loop that nothing in it ends.
    static func runsForever(_ function: ScriptFunction) -> Bool {
        SyntaxWalk(function.definition.body).contains { statement in
            guard case .whileLoop(let test, let body, _) = statement.kind, isTrue(test) else {
                return false
            }
            return !leaves(body)
        }
    }

    /// Whether an expression is true whenever it is asked: `True`, `1`.
    static func isTrue(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .truth(let value): value
        case .number(let value): value != 0
        default: false
        }
    }

    /// Whether a block can leave the loop around it: `break`, `return`, or an exception of its own.
    private static func leaves(_ block: [Statement]) -> Bool {
        block.contains { statement in
            switch statement.kind {
            case .leaveLoop, .returned, .raised: true
            case .forLoop(_, _, let body, let otherwise), .whileLoop(_, let body, let otherwise):
                // A `break` inside ends the inner loop only.
                SyntaxWalk(body + otherwise).contains {
                    if case .returned = $0.kind { return true }
                    return false
                }
            default: statement.blocks.contains { leaves($0) }
            }
        }
    }

    /// The statements inside loops of a function.
    static func repeated(in function: ScriptFunction) -> [Statement] {
        SyntaxWalk(function.definition.body).flatMap { statement -> [Statement] in
            switch statement.kind {
            case .forLoop(_, _, let body, _), .whileLoop(_, let body, _): Array(SyntaxWalk(body))
            default: []
            }
        }
    }

    /// Every expression inside loops and comprehensions of a function.
    static func repeatedExpressions(in function: ScriptFunction) -> Set<ObjectIdentifier> {
        let results = function.definition.expressions.flatMap { expression -> [Expression] in
            guard case .comprehension(_, let results, _) = expression.kind else { return [] }
            return results
        }
        let all = repeated(in: function).flatMap(\.expressions) + results
        return Set(ExpressionWalk(all).map { ObjectIdentifier($0) })
    }
}
