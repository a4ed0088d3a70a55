/// One statement of a Python script.
///
/// - Source: <https://docs.python.org/3/library/ast.html>
package final class Statement {
    /// One name of an import: `name as alias`.
    package struct Alias {
        package let name: String
        package let alias: String?
    }

    /// One `except` clause.
    package struct Handler {
        /// The exception it catches, nil for all of them.
        package let type: Expression?
        package let name: String?
        package let body: [Statement]
        package let span: SourceSpan
    }

    /// One manager of a `with`.
    package struct Manager {
        package let value: Expression
        package let target: Expression?
    }

    /// What kind of statement it is, with its parts.
    package enum Kind {
        case expression(Expression)
        case assignment(targets: [Expression], value: Expression)
        case augmented(target: Expression, operation: String, value: Expression)
        case annotated(target: Expression, annotation: Expression, value: Expression?)
        case function(FunctionDefinition)
        case type(ClassDefinition)
        case returned(Expression?)
        case forLoop(
            target: Expression, source: Expression, body: [Statement], otherwise: [Statement])
        case whileLoop(test: Expression, body: [Statement], otherwise: [Statement])
        case branch(test: Expression, body: [Statement], otherwise: [Statement])
        case with([Manager], body: [Statement])
        case attempt(
            body: [Statement], handlers: [Handler], otherwise: [Statement], finally: [Statement])
        case match(Expression, [[Statement]], guards: [Expression])
        case raised(Expression?)
        case assertion(Expression, message: Expression?)
        case deletion([Expression])
        case importModules([Alias])
        case importNames(from: String, level: Int, [Alias])
        case global([String])
        case nonlocal([String])
        case leaveLoop
        case nextRound
        case nothing
    }

    package let span: SourceSpan
    package let kind: Kind

    init(_ kind: Kind, at span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    /// The expressions that stand in the statement itself, not in statements inside it.
    package var expressions: [Expression] {
        switch kind {
        case .expression(let value): [value]
        case .assignment(let targets, let value): [value] + targets
        case .augmented(let target, _, let value): [value, target]
        case .annotated(let target, let annotation, let value):
            [value, annotation, target].compactMap(\.self)
        case .function(let function): function.decorators + function.defaults
        case .type(let type): type.decorators + type.bases
        case .returned(let value), .raised(let value): value.map { [$0] } ?? []
        case .forLoop(let target, let source, _, _): [source, target]
        case .whileLoop(let test, _, _), .branch(let test, _, _): [test]
        case .with(let managers, _): managers.flatMap { [$0.value, $0.target].compactMap(\.self) }
        case .attempt(_, let handlers, _, _): handlers.compactMap(\.type)
        case .match(let subject, _, let guards): [subject] + guards
        case .assertion(let test, let message): [test, message].compactMap(\.self)
        case .deletion(let targets): targets
        case .importModules, .importNames, .global, .nonlocal, .leaveLoop, .nextRound, .nothing: []
        }
    }

    /// The blocks inside that belong to the same function.
    package var blocks: [[Statement]] {
        switch kind {
        case .forLoop(_, _, let body, let otherwise), .whileLoop(_, let body, let otherwise),
            .branch(_, let body, let otherwise):
            [body, otherwise]
        case .with(_, let body): [body]
        case .attempt(let body, let handlers, let otherwise, let finally):
            [body] + handlers.map(\.body) + [otherwise, finally]
        case .match(_, let cases, _): cases
        default: []
        }
    }
}
