internal import PythonRuntime

extension SyntaxReader {
    /// Reads one expression with everything inside it.
    mutating func expression(_ node: PythonObject) throws(PythonError) -> Expression {
        let span = try span(of: node)
        let kind = try kind(of: node)
        return try nested { reader throws(PythonError) in
            if let simple = try reader.simpleExpression(kind, node) {
                return Expression(simple, at: span)
            }
            return Expression(try reader.compoundExpression(kind, node), at: span)
        }
    }

    private mutating func simpleExpression(
        _ kind: String, _ node: PythonObject
    ) throws(PythonError) -> Expression.Kind? {
        switch kind {
        case "Name": .name(try text(.id, of: node) ?? "")
        case "Attribute":
            .attribute(of: try required(.value, of: node), name: try text(.attr, of: node) ?? "")
        case "Constant": try constant(field(.value, of: node))
        case "Call":
            .call(try required(.func, of: node), try arguments(of: node))
        case "Subscript":
            .subscripted(try required(.value, of: node), index: try required(.slice, of: node))
        case "BinOp":
            .binary(
                try required(.left, of: node), try operation(.op, of: node),
                try required(.right, of: node))
        case "UnaryOp": .unary(try operation(.op, of: node), try required(.operand, of: node))
        case "BoolOp":
            .boolean(try operation(.op, of: node), try expressions(.values, of: node))
        case "List": .collection(.list, try expressions(.elts, of: node))
        case "Tuple": .collection(.tuple, try expressions(.elts, of: node))
        case "Set": .collection(.set, try expressions(.elts, of: node))
        case "Starred": .starred(try required(.value, of: node))
        case "Await": .awaited(try required(.value, of: node))
        case "Yield", "YieldFrom": .yielded(try expressionIfPresent(.value, of: node))
        case "NamedExpr":
            .named(
                target: try required(.target, of: node), value: try required(.value, of: node))
        case "IfExp":
            .conditional(
                test: try required(.test, of: node), body: try required(.body, of: node),
                otherwise: try required(.orelse, of: node))
        default: nil
        }
    }

    private mutating func compoundExpression(
        _ kind: String, _ node: PythonObject
    ) throws(PythonError) -> Expression.Kind {
        switch kind {
        case "Lambda": return .lambda(try lambda(node))
        case "Dict": return try dictionary(node)
        case "Compare": return try comparison(node)
        case "ListComp": return try comprehension(.list, [.elt], node)
        case "SetComp": return try comprehension(.set, [.elt], node)
        case "GeneratorExp": return try comprehension(.generator, [.elt], node)
        case "DictComp": return try comprehension(.dictionary, [.key, .value], node)
        case "JoinedStr", "TemplateStr": return .formatted(try expressions(.values, of: node))
        case "FormattedValue", "Interpolation":
            return .formatted(
                [try required(.value, of: node)]
                    + (try expressionIfPresent(.formatSpec, of: node).map { [$0] } ?? []))
        case "Slice":
            var parts: [Expression] = []
            for name in [SyntaxField.lower, .upper, .step] {
                if let part = try expressionIfPresent(name, of: node) { parts.append(part) }
            }
            return .slice(parts)
        default: return .constant
        }
    }

    private func constant(_ value: PythonObject?) throws(PythonError) -> Expression.Kind {
        guard let value else { return .none }
        if value.isBool { return .truth(try value.isTrue()) }
        // A string may hold lone surrogates, which no rule looks for.
        if value.isString { return (try? value.text()).map { .string($0) } ?? .constant }
        if value.isInt || value.isFloat {
            return (try? Double(python: value)).map { .number($0) } ?? .constant
        }
        return .constant
    }

    private mutating func arguments(
        of node: PythonObject
    ) throws(PythonError) -> [Expression.Argument] {
        var read: [Expression.Argument] = []
        for value in try expressions(.args, of: node) {
            if case .starred(let inner) = value.kind {
                read.append(.init(name: nil, value: inner, isUnpacked: true))
            } else {
                read.append(.init(name: nil, value: value, isUnpacked: false))
            }
        }
        for keyword in try items(.keywords, of: node) {
            let name = try text(.arg, of: keyword)
            read.append(
                .init(
                    name: name, value: try required(.value, of: keyword), isUnpacked: name == nil))
        }
        return read
    }

    /// The name of an operator's class, such as `Add`.
    mutating func operation(
        _ name: SyntaxField, of node: PythonObject
    ) throws(PythonError) -> String {
        guard let operation = try field(name, of: node) else { return "" }
        return try kind(of: operation)
    }

    private mutating func dictionary(_ node: PythonObject) throws(PythonError) -> Expression.Kind {
        let keys = try items(.keys, of: node)
        let values = try expressions(.values, of: node)
        var pairs: [(key: Expression?, value: Expression)] = []
        for (key, value) in zip(keys, values) {
            pairs.append((key: key.isNone ? nil : try expression(key), value: value))
        }
        return .dictionary(pairs)
    }

    private mutating func comparison(_ node: PythonObject) throws(PythonError) -> Expression.Kind {
        var rest: [(String, Expression)] = []
        let operands = try expressions(.comparators, of: node)
        for (operation, operand) in zip(try items(.ops, of: node), operands) {
            rest.append((try kind(of: operation), operand))
        }
        return .comparison(try required(.left, of: node), rest)
    }

    private mutating func comprehension(
        _ collection: Expression.Collection, _ elements: [SyntaxField], _ node: PythonObject
    ) throws(PythonError) -> Expression.Kind {
        var clauses: [Expression.Clause] = []
        for generator in try items(.generators, of: node) {
            clauses.append(
                .init(
                    target: try required(.target, of: generator),
                    source: try required(.iter, of: generator),
                    conditions: try expressions(.ifs, of: generator)))
        }
        var read: [Expression] = []
        for name in elements { read.append(try required(name, of: node)) }
        return .comprehension(collection, read, clauses)
    }

    private mutating func lambda(_ node: PythonObject) throws(PythonError) -> FunctionDefinition {
        let body = try required(.body, of: node)
        return FunctionDefinition(
            name: "<lambda>", parameters: try parameters(of: node),
            body: [Statement(.returned(body), at: body.span)], span: try span(of: node))
    }
}
