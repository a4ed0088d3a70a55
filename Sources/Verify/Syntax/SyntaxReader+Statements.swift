internal import PythonRuntime

extension SyntaxReader {
    /// Reads one statement with everything inside it.
    mutating func statement(_ node: PythonObject) throws(PythonError) -> Statement {
        let span = try span(of: node)
        let kind = try kind(of: node)
        return try nested { reader throws(PythonError) in
            if let block = try reader.compoundStatement(kind, node, span) {
                return Statement(block, at: span)
            }
            return Statement(try reader.simpleStatement(kind, node), at: span)
        }
    }

    private mutating func simpleStatement(
        _ kind: String, _ node: PythonObject
    ) throws(PythonError) -> Statement.Kind {
        switch kind {
        case "Expr": .expression(try required(.value, of: node))
        case "Assign":
            .assignment(
                targets: try expressions(.targets, of: node),
                value: try required(.value, of: node))
        case "AugAssign":
            .augmented(
                target: try required(.target, of: node),
                operation: try operation(.op, of: node),
                value: try required(.value, of: node))
        case "AnnAssign":
            .annotated(
                target: try required(.target, of: node),
                annotation: try required(.annotation, of: node),
                value: try expressionIfPresent(.value, of: node))
        case "Return": .returned(try expressionIfPresent(.value, of: node))
        case "Raise": .raised(try expressionIfPresent(.exc, of: node))
        case "Assert":
            .assertion(
                try required(.test, of: node), message: try expressionIfPresent(.msg, of: node))
        case "Delete": .deletion(try expressions(.targets, of: node))
        case "Import": .importModules(try aliases(of: node))
        case "ImportFrom":
            .importNames(
                from: try text(.module, of: node) ?? "",
                level: try field(.level, of: node).map { level throws(PythonError) in
                    try Int(python: level)
                } ?? 0,
                try aliases(of: node))
        case "Global": .global(try names(of: node))
        case "Nonlocal": .nonlocal(try names(of: node))
        case "Break": .leaveLoop
        case "Continue": .nextRound
        default: .nothing
        }
    }

    private mutating func compoundStatement(
        _ kind: String, _ node: PythonObject, _ span: SourceSpan
    ) throws(PythonError) -> Statement.Kind? {
        switch kind {
        case "FunctionDef", "AsyncFunctionDef":
            .function(try function(node, isAsync: kind == "AsyncFunctionDef", span))
        case "ClassDef":
            .type(
                ClassDefinition(
                    name: try text(.name, of: node) ?? "",
                    bases: try expressions(.bases, of: node), body: try block(.body, of: node),
                    decorators: try expressions(.decoratorList, of: node), span: span))
        case "For", "AsyncFor":
            .forLoop(
                target: try required(.target, of: node), source: try required(.iter, of: node),
                body: try block(.body, of: node), otherwise: try block(.orelse, of: node))
        case "While":
            .whileLoop(
                test: try required(.test, of: node), body: try block(.body, of: node),
                otherwise: try block(.orelse, of: node))
        case "If":
            .branch(
                test: try required(.test, of: node), body: try block(.body, of: node),
                otherwise: try block(.orelse, of: node))
        case "With", "AsyncWith":
            .with(try managers(of: node), body: try block(.body, of: node))
        case "Try", "TryStar":
            .attempt(
                body: try block(.body, of: node), handlers: try handlers(of: node),
                otherwise: try block(.orelse, of: node), finally: try block(.finalbody, of: node))
        case "Match": try match(node)
        default: nil
        }
    }

    private mutating func function(
        _ node: PythonObject, isAsync: Bool, _ span: SourceSpan
    ) throws(PythonError) -> FunctionDefinition {
        FunctionDefinition(
            name: try text(.name, of: node) ?? "", parameters: try parameters(of: node),
            body: try block(.body, of: node),
            decorators: try expressions(.decoratorList, of: node),
            returns: try expressionIfPresent(.returns, of: node), isAsync: isAsync, span: span)
    }

    /// The parameters of a function or lambda, defaults and annotations with them.
    mutating func parameters(
        of node: PythonObject
    ) throws(PythonError) -> [FunctionDefinition.Parameter] {
        guard let arguments = try field(.args, of: node) else { return [] }
        let positional =
            try items(.posonlyargs, of: arguments) + items(.args, of: arguments)
        let defaults = try expressions(.defaults, of: arguments)
        var read: [FunctionDefinition.Parameter] = []
        for (index, argument) in positional.enumerated() {
            let position = index - (positional.count - defaults.count)
            read.append(
                try parameter(
                    argument, .positional, position >= 0 ? defaults[position] : nil))
        }
        if let all = try field(.vararg, of: arguments) {
            read.append(try parameter(all, .allPositional, nil))
        }
        let keywordDefaults = try items(.kwDefaults, of: arguments)
        for (index, argument) in try items(.kwonlyargs, of: arguments).enumerated() {
            var value: Expression?
            if index < keywordDefaults.count, !keywordDefaults[index].isNone {
                value = try expression(keywordDefaults[index])
            }
            read.append(try parameter(argument, .keyword, value))
        }
        if let all = try field(.kwarg, of: arguments) {
            read.append(try parameter(all, .allKeywords, nil))
        }
        return read
    }

    private mutating func parameter(
        _ node: PythonObject, _ kind: FunctionDefinition.Parameter.Kind, _ value: Expression?
    ) throws(PythonError) -> FunctionDefinition.Parameter {
        .init(
            name: try text(.arg, of: node) ?? "", kind: kind,
            annotation: try expressionIfPresent(.annotation, of: node), defaultValue: value)
    }

    private mutating func names(of node: PythonObject) throws(PythonError) -> [String] {
        var read: [String] = []
        for name in try items(.names, of: node) { read.append(try name.text()) }
        return read
    }

    private mutating func aliases(
        of node: PythonObject
    ) throws(PythonError) -> [Statement.Alias] {
        var read: [Statement.Alias] = []
        for alias in try items(.names, of: node) {
            read.append(
                .init(
                    name: try text(.name, of: alias) ?? "", alias: try text(.asname, of: alias)))
        }
        return read
    }

    private mutating func managers(
        of node: PythonObject
    ) throws(PythonError) -> [Statement.Manager] {
        var read: [Statement.Manager] = []
        for item in try items(.items, of: node) {
            read.append(
                .init(
                    value: try required(.contextExpr, of: item),
                    target: try expressionIfPresent(.optionalVars, of: item)))
        }
        return read
    }

    private mutating func handlers(
        of node: PythonObject
    ) throws(PythonError) -> [Statement.Handler] {
        var read: [Statement.Handler] = []
        for handler in try items(.handlers, of: node) {
            read.append(
                .init(
                    type: try expressionIfPresent(.type, of: handler),
                    name: try text(.name, of: handler), body: try block(.body, of: handler),
                    span: try span(of: handler)))
        }
        return read
    }

    private mutating func match(_ node: PythonObject) throws(PythonError) -> Statement.Kind {
        var cases: [[Statement]] = []
        var guards: [Expression] = []
        for one in try items(.cases, of: node) {
            cases.append(try block(.body, of: one))
            if let condition = try expressionIfPresent(.guard, of: one) {
                guards.append(condition)
            }
        }
        return .match(try required(.subject, of: node), cases, guards: guards)
    }
}
