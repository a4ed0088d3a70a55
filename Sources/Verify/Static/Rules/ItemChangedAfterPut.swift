/// An object that its maker goes on changing after the queue has it.
package enum ItemChangedAfterPut: Rule {
    package static let id = "TH405"
    package static let name = "ItemChangedAfterPut"
    package static let title = "what was put into a queue is changed afterwards"
    package static let severity = Severity.warning
    package static let help =
        "Put a copy, or begin a new one after each put: whoever takes it out sees every change."

    private static let changes: Set = [
        "append", "extend", "insert", "remove", "pop", "clear", "update", "add", "discard", "sort",
        "reverse", "setdefault", "popitem", "appendleft", "popleft",
    ]

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.functions.flatMap { function -> [Finding] in
            analysis.calls(in: function).filter {
                $0.isCall(of: ["queue.put", "queue.put_nowait"])
            }.flatMap { put in
                items(of: put, analysis).compactMap { item in
                    guard let change = change(of: item, after: put, in: function, analysis) else {
                        return nil
                    }
                    return finding(
                        "\(item) is in the queue by now, and whoever has taken it out sees it change.",
                        at: change.span, in: function.script,
                        notes: [
                            .init(
                                text: "it is put into the queue here",
                                location: SourceLocation(put.expression.span, of: put.script))
                        ])
                }
            }
        }
    }

    /// The collections among what is put, by the names they are put under.
    private static func items(of put: CallFact, _ analysis: Analysis) -> [String] {
        guard let item = put.argument("item", at: 0) else { return [] }
        var parts = [item]
        if case .collection(.tuple, let inner) = item.kind { parts = inner }
        return parts.compactMap { part in
            let values = analysis.values(of: part, in: put.inside, of: put.script)
            let isCollection = values.contains { value in
                if case .collection = value { return true }
                return false
            }
            return isCollection ? part.dotted : nil
        }
    }

    /// The first change that comes after the put: behind it in its block, or in the next round of its
    /// loop.
    private static func change(
        of item: String, after put: CallFact, in function: ScriptFunction, _ analysis: Analysis
    ) -> Expression? {
        var block = function.definition.body
        while true {
            guard let position = block.firstIndex(where: { holds($0, put.expression) }) else {
                return nil
            }
            let statement = block[position]
            switch statement.kind {
            case .forLoop(_, _, let body, _), .whileLoop(_, let body, _):
                if !isRenewed(item, in: [statement]), let change = firstChange(of: item, in: body) {
                    return change
                }
            default: break
            }
            if statement.blocks.allSatisfy({ !$0.contains { holds($0, put.expression) } }) {
                let rest = block[(position + 1)...].prefix { !isRenewed(item, in: [$0]) }
                return firstChange(of: item, in: Array(rest))
            }
            block = statement.blocks.first { $0.contains { holds($0, put.expression) } } ?? []
        }
    }

    private static func holds(_ statement: Statement, _ expression: Expression) -> Bool {
        SyntaxWalk([statement]).contains { inner in
            ExpressionWalk(inner.expressions).contains { $0 === expression }
        }
    }

    /// Whether the name is given another object somewhere in a block.
    private static func isRenewed(_ item: String, in block: [Statement]) -> Bool {
        SyntaxWalk(block).contains { statement in
            switch statement.kind {
            case .assignment(let targets, _):
                ExpressionWalk(targets).contains { $0.dotted == item }
                    && targets.contains { target in
                        if case .subscripted = target.kind { return false }
                        return true
                    }
            case .annotated(let target, _, _), .forLoop(let target, _, _, _): target.dotted == item
            default: false
            }
        }
    }

    private static func firstChange(of item: String, in block: [Statement]) -> Expression? {
        for statement in SyntaxWalk(block) {
            switch statement.kind {
            case .assignment(let targets, _), .deletion(let targets):
                for target in targets {
                    if case .subscripted(let owner, _) = target.kind, owner.dotted == item {
                        return target
                    }
                }
            case .augmented(let target, _, _):
                if case .subscripted(let owner, _) = target.kind, owner.dotted == item {
                    return target
                }
            default: break
            }
            for expression in ExpressionWalk(statement.expressions) {
                guard case .call(let callee, _) = expression.kind,
                    case .attribute(let owner, let name) = callee.kind, changes.contains(name),
                    owner.dotted == item
                else { continue }
                return expression
            }
        }
        return nil
    }
}
