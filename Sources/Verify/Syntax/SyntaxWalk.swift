/// The statements of a block and of the blocks inside it, in the order of the text; functions and
/// classes inside are met, not entered.
struct SyntaxWalk: Sequence, IteratorProtocol {
    private var rest: [Statement]

    init(_ block: [Statement]) { rest = block.reversed() }

    mutating func next() -> Statement? {
        guard let statement = rest.popLast() else { return nil }
        for block in statement.blocks.reversed() { rest.append(contentsOf: block.reversed()) }
        return statement
    }
}

/// An expression and all expressions inside it, outer ones first; the body of a `lambda` is not entered.
struct ExpressionWalk: Sequence, IteratorProtocol {
    private var rest: [Expression]

    init(_ expressions: [Expression]) { rest = expressions.reversed() }

    mutating func next() -> Expression? {
        guard let expression = rest.popLast() else { return nil }
        rest.append(contentsOf: expression.parts.reversed())
        return expression
    }
}

extension FunctionDefinition {
    /// Every expression of the body, but for those of functions inside.
    var expressions: ExpressionWalk {
        ExpressionWalk(SyntaxWalk(body).flatMap(\.expressions))
    }
}
