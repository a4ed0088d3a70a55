/// One expression of a Python script.
///
/// - Source: <https://docs.python.org/3/library/ast.html>
package final class Expression {
    /// Which display or comprehension makes a collection.
    package enum Collection: Sendable {
        case list
        case tuple
        case set
        case dictionary
        case generator
    }

    /// One argument of a call.
    package struct Argument {
        /// Its keyword, nil for a positional one and for `**`.
        package let name: String?
        package let value: Expression
        /// Whether it stands behind `*` or `**`.
        package let isUnpacked: Bool
    }

    /// `for target in source if …` of a comprehension.
    package struct Clause {
        package let target: Expression
        package let source: Expression
        package let conditions: [Expression]
    }

    /// What kind of expression it is, with its parts.
    package indirect enum Kind {
        case name(String)
        case attribute(of: Expression, name: String)
        case call(Expression, [Argument])
        case string(String)
        case number(Double)
        case truth(Bool)
        case none
        /// A constant that no rule looks into: bytes, an ellipsis, a complex number.
        case constant
        case lambda(FunctionDefinition)
        case collection(Collection, [Expression])
        /// The key is nil behind `**`.
        case dictionary([(key: Expression?, value: Expression)])
        case subscripted(Expression, index: Expression)
        case binary(Expression, String, Expression)
        case unary(String, Expression)
        case boolean(String, [Expression])
        case comparison(Expression, [(String, Expression)])
        case conditional(test: Expression, body: Expression, otherwise: Expression)
        case comprehension(Collection, [Expression], [Clause])
        case named(target: Expression, value: Expression)
        case starred(Expression)
        case awaited(Expression)
        case yielded(Expression?)
        case formatted([Expression])
        case slice([Expression])
    }

    package let span: SourceSpan
    package let kind: Kind

    init(_ kind: Kind, at span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    /// The expressions right inside, in the order they are evaluated.
    package var parts: [Expression] {
        switch kind {
        case .name, .string, .number, .truth, .none, .constant, .lambda: []
        case .attribute(let owner, _): [owner]
        case .call(let function, let arguments): [function] + arguments.map(\.value)
        case .collection(_, let items), .boolean(_, let items), .formatted(let items),
            .slice(let items):
            items
        case .dictionary(let items): items.flatMap { [$0.key, $0.value].compactMap(\.self) }
        case .subscripted(let owner, let index): [owner, index]
        case .binary(let left, _, let right): [left, right]
        case .unary(_, let operand), .starred(let operand), .awaited(let operand): [operand]
        case .comparison(let first, let rest): [first] + rest.map(\.1)
        case .conditional(let test, let body, let otherwise): [test, body, otherwise]
        case .comprehension(_, let elements, let clauses):
            clauses.flatMap { [$0.source, $0.target] + $0.conditions } + elements
        case .named(let target, let value): [value, target]
        case .yielded(let value): value.map { [$0] } ?? []
        }
    }

    /// `a.b.c` as text, nil when it is no chain of names.
    package var dotted: String? {
        switch kind {
        case .name(let name): name
        case .attribute(let owner, let name): owner.dotted.map { "\($0).\(name)" }
        default: nil
        }
    }
}
