/// A `def`, an `async def` or a `lambda`.
package final class FunctionDefinition {
    /// One parameter.
    package struct Parameter {
        /// How arguments reach it.
        package enum Kind: Sendable {
            case positional
            case keyword
            case allPositional
            case allKeywords
        }

        package let name: String
        package let kind: Kind
        package let annotation: Expression?
        package let defaultValue: Expression?
    }

    /// The name, `<lambda>` for one without.
    package let name: String
    package let parameters: [Parameter]
    package let body: [Statement]
    package let decorators: [Expression]
    package let returns: Expression?
    package let isAsync: Bool
    package let span: SourceSpan
    /// What stands at the head of the body in quotes.
    package let documentation: String?

    init(
        name: String, parameters: [Parameter], body: [Statement], decorators: [Expression] = [],
        returns: Expression? = nil, isAsync: Bool = false, span: SourceSpan
    ) {
        self.name = name
        self.parameters = parameters
        self.body = body
        self.decorators = decorators
        self.returns = returns
        self.isAsync = isAsync
        self.span = span
        if case .expression(let first)? = body.first?.kind, case .string(let text) = first.kind {
            documentation = text
        } else {
            documentation = nil
        }
    }

    /// The default values of the parameters.
    package var defaults: [Expression] { parameters.compactMap(\.defaultValue) }

    /// The names that the function takes from its module by `global`.
    package private(set) lazy var globals: Set<String> = {
        var names: Set<String> = []
        for statement in SyntaxWalk(body) {
            if case .global(let declared) = statement.kind { names.formUnion(declared) }
        }
        return names
    }()
}
