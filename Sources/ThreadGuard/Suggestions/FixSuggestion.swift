/// How to mend an offending line: what it becomes, and what the main thread does instead.
package struct FixSuggestion: Sendable, Equatable {
    /// The cure in one clause.
    package let title: String
    /// The offending line; none if no code can be suggested.
    package let removed: String?
    /// What stands in its place in the thread.
    package let added: String?
    /// When the main thread does its part.
    package let mainMoment: String?
    /// What the main thread does.
    package let mainLine: String?

    /// Describes a cure without code.
    ///
    /// - Parameter title: The cure in one clause.
    package init(title: String) {
        self.title = title
        removed = nil
        added = nil
        mainMoment = nil
        mainLine = nil
    }

    /// Describes a cure with code.
    ///
    /// - Parameters:
    ///   - title: The cure in one clause.
    ///   - removed: The offending line.
    ///   - added: What stands in its place in the thread.
    ///   - mainMoment: When the main thread does its part.
    ///   - mainLine: What the main thread does.
    package init(
        title: String, removed: String, added: String, mainMoment: String, mainLine: String
    ) {
        self.title = title
        self.removed = removed
        self.added = added
        self.mainMoment = mainMoment
        self.mainLine = mainLine
    }
}
