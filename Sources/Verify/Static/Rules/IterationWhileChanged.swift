/// A loop over a collection that another thread makes longer or shorter meanwhile.
package enum IterationWhileChanged: Rule {
    package static let id = "TH508"
    package static let name = "IterationWhileChanged"
    package static let title = "a collection is looped over while another thread changes it"
    package static let severity = Severity.warning
    package static let help =
        "Loop over a copy, list(…), or hold one lock around the loop and the changes."

    /// One use of a collection that an object of a class keeps under a name.
    private struct Use {
        let name: String
        let expression: Expression
        let function: ScriptFunction
        let owner: ScriptClass
    }

    private static let views: Set = ["items", "values", "keys"]
    /// What changes a collection's size where a loop over it notices: a list that only grows does not
    /// disturb one.
    private static let changes: Set = [
        "insert", "remove", "pop", "clear", "update", "add", "discard", "popitem", "setdefault",
        "appendleft", "popleft",
    ]

    package static func find(in analysis: Analysis) -> [Finding] {
        let shared = Set(analysis.classes.filter { analysis.isShared($0) })
        let functions = analysis.functions.filter { function in
            function.definition.name != "__init__"
                && function.owner.map(shared.contains) == true
        }
        let loops = functions.flatMap { self.loops(in: $0, analysis) }
        guard !loops.isEmpty else { return [] }
        let changes = functions.flatMap { self.changes(in: $0, analysis) }
        return loops.compactMap { loop in
            guard
                let change = changes.first(where: {
                    $0.name == loop.name && $0.owner === loop.owner
                        && $0.function !== loop.function
                        && analysis.runsBeside($0.function, loop.function)
                })
            else { return nil }
            return finding(
                "\(change.function.name) may change self.\(loop.name) on another thread during this "
                    + "loop, which then fails or leaves something out.",
                at: loop.expression.span, in: loop.function.script,
                notes: [
                    .init(
                        text: "it is changed here",
                        location: SourceLocation(
                            change.expression.span, of: change.function.script))
                ])
        }
    }

    private static func loops(in function: ScriptFunction, _ analysis: Analysis) -> [Use] {
        let loops = SyntaxWalk(function.definition.body).compactMap { statement -> Expression? in
            if case .forLoop(_, let source, _, _) = statement.kind { return source }
            return nil
        }
        let clauses = function.definition.expressions.flatMap { expression -> [Expression] in
            guard case .comprehension(_, _, let clauses) = expression.kind else { return [] }
            return clauses.map(\.source)
        }
        return (loops + clauses).compactMap { source in
            var subject = source
            if case .call(let view, let arguments) = source.kind, arguments.isEmpty,
                case .attribute(let owner, let name) = view.kind, views.contains(name)
            {
                subject = owner
            }
            return use(subject, in: function, analysis)
        }
    }

    private static func changes(in function: ScriptFunction, _ analysis: Analysis) -> [Use] {
        let called = analysis.calls(in: function).compactMap { call -> Use? in
            guard case .attribute(let owner, let name) = call.function.kind,
                changes.contains(name)
            else { return nil }
            return use(owner, in: function, analysis)
        }
        let set = SyntaxWalk(function.definition.body).flatMap { statement -> [Use] in
            let targets: [Expression]
            switch statement.kind {
            case .deletion(let all): targets = all
            case .assignment(let all, _): targets = all
            default: return []
            }
            return targets.compactMap { target in
                guard case .subscripted(let owner, _) = target.kind else { return nil }
                if case .deletion = statement.kind { return use(owner, in: function, analysis) }
                return isDictionary(owner, in: function, analysis)
                    ? use(owner, in: function, analysis) : nil
            }
        }
        return called + set
    }

    private static func isDictionary(
        _ expression: Expression, in function: ScriptFunction, _ analysis: Analysis
    ) -> Bool {
        analysis.values(of: expression, in: function, of: function.script).contains { value in
            guard case .collection(let site) = value else { return false }
            switch site.kind {
            case .dictionary, .comprehension(.dictionary, _, _): return true
            default: return false
            }
        }
    }

    /// A collection under a name of the function's own object, used without a lock.
    private static func use(
        _ subject: Expression, in function: ScriptFunction, _ analysis: Analysis
    ) -> Use? {
        guard case .attribute(let object, let name) = subject.kind, let owner = function.owner,
            object.dotted == function.definition.parameters.first?.name,
            !analysis.locks.covers(subject),
            analysis.values(of: subject, in: function, of: function.script).contains(where: {
                if case .collection = $0 { return true }
                if case .made(let made) = $0 { return made.type == "deque" }
                return false
            })
        else { return nil }
        return Use(name: name, expression: subject, function: function, owner: owner)
    }
}
