/// The places where functions that run on threads touch operators.
struct OperatorTouches {
    struct Touch {
        let expression: Expression
        let function: ScriptFunction
        /// Whether something is set or called there, not only looked at.
        let isWrite: Bool
    }

    private let analysis: Analysis

    init(_ analysis: Analysis) { self.analysis = analysis }

    /// Every touch, in the order of the text; of `op('a').par.x` the whole is one.
    var all: [Touch] {
        analysis.functions.filter { analysis.offMain[$0] != nil }.flatMap { function in
            SyntaxWalk(function.definition.body).flatMap { statement in
                let targets = Self.targets(of: statement)
                return statement.expressions.flatMap { touches(in: $0, of: function, targets) }
            }
        }
    }

    private static func targets(of statement: Statement) -> [Expression] {
        switch statement.kind {
        case .assignment(let targets, _), .deletion(let targets): targets
        case .augmented(let target, _, _): [target]
        default: []
        }
    }

    private func touches(
        in expression: Expression, of function: ScriptFunction, _ targets: [Expression]
    ) -> [Touch] {
        guard !analysis.threadFlow.dead.contains(ObjectIdentifier(expression)) else { return [] }
        if touchesOperator(expression, in: function) {
            let isWrite = targets.contains { $0 === expression } || isCall(expression)
            let inner = chain(expression).flatMap { link in
                arguments(of: link).flatMap { touches(in: $0, of: function, []) }
            }
            return [Touch(expression: expression, function: function, isWrite: isWrite)] + inner
        }
        return expression.parts.flatMap { touches(in: $0, of: function, targets) }
    }

    /// Whether an expression is an access to an operator: an attribute, a subscript, a call.
    private func touchesOperator(_ expression: Expression, in function: ScriptFunction) -> Bool {
        switch expression.kind {
        case .attribute(let owner, let name):
            guard name != "isMainThread" else { return false }
            return isOperator(owner, in: function) || touchesOperator(owner, in: function)
        case .subscripted(let owner, _):
            return isOperator(owner, in: function) || touchesOperator(owner, in: function)
        case .call(let callee, _):
            return isOperator(callee, in: function) || touchesOperator(callee, in: function)
        default: return false
        }
    }

    private func isOperator(_ expression: Expression, in function: ScriptFunction) -> Bool {
        analysis.valuesOnThread(of: expression, in: function).contains { value in
            if case .operators(let part) = value { return part != .extended }
            return false
        }
    }

    /// A call that does something: `op()`, `parent()` and `.eval()` only look.
    private func isCall(_ expression: Expression) -> Bool {
        guard case .call(let callee, _) = expression.kind else { return false }
        switch callee.kind {
        case .attribute(_, let name):
            return ![
                "eval", "op", "ops", "opex", "parent", "fetch", "chan", "chans", "row", "col",
                "rows", "cols", "cell", "cells", "findChildren", "numpyArray",
            ].contains(name)
        default: return false
        }
    }

    private func chain(_ expression: Expression) -> [Expression] {
        switch expression.kind {
        case .attribute(let owner, _), .subscripted(let owner, _): [expression] + chain(owner)
        case .call(let callee, _): [expression] + chain(callee)
        default: [expression]
        }
    }

    private func arguments(of link: Expression) -> [Expression] {
        switch link.kind {
        case .call(_, let arguments): arguments.map(\.value)
        case .subscripted(_, let index): [index]
        default: []
        }
    }
}
