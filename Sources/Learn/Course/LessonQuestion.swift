/// A question with answers to choose from.
package struct LessonQuestion: Sendable, Equatable {
    /// One of the answers.
    package struct Choice: Sendable, Equatable {
        package let text: String
        package let isRight: Bool
        /// What is said to whoever chooses it.
        package let reason: String

        /// What whoever chooses it is told.
        ///
        /// - Parameter isPlain: Whether with words instead of signs.
        /// - Returns: A sentence, and before it whether the choice is right.
        package func answer(isPlain: Bool) -> String {
            guard isPlain else { return (isRight ? "✓ " : "✗ ") + reason }
            if isRight, reason.lowercased().hasPrefix("right") {
                return reason.prefix(1).uppercased() + reason.dropFirst()
            }
            return (isRight ? "Right: " : "Not so: ") + reason
        }
    }

    /// Its number, from 1.
    package let number: Int
    package let title: String
    /// The lines between the title and the choices.
    package let text: [String]
    package let choices: [Choice]
    /// Where it stands.
    package let line: Int
}
