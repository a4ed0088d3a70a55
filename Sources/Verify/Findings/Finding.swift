/// What is wrong, where, why, and how it is mended.
package struct Finding: Sendable {
    /// Another place that has to do with it.
    package struct Note: Sendable {
        package let text: String
        package let location: SourceLocation
    }

    /// The rule's number, such as `TH101`.
    package let rule: String
    /// The rule's name, such as `OperatorAccessFromThread`.
    package let name: String
    package let severity: Severity
    /// What is wrong here, in one sentence.
    package let message: String
    package let location: SourceLocation
    package let notes: [Note]
    /// What to do, in one sentence.
    package let help: String
    /// How it is mended without thinking, if it can be.
    package var fix: Fix?

    /// What makes two findings the same one, as when a class and its heir have a method in common.
    struct Key: Hashable {
        let rule: String
        let location: SourceLocation
    }

    var key: Key { Key(rule: rule, location: location) }
}
