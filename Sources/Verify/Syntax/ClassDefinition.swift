/// A `class` statement.
package final class ClassDefinition {
    package let name: String
    package let bases: [Expression]
    package let body: [Statement]
    package let decorators: [Expression]
    package let span: SourceSpan

    init(
        name: String, bases: [Expression], body: [Statement], decorators: [Expression],
        span: SourceSpan
    ) {
        self.name = name
        self.bases = bases
        self.body = body
        self.decorators = decorators
        self.span = span
    }
}
