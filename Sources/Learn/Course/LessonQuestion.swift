/// A question with answers to choose from.
package struct LessonQuestion: Sendable, Equatable {
    /// One of the answers.
    package struct Choice: Sendable, Equatable {
        package let text: String
        package let isRight: Bool
        /// What is said to whoever chooses it.
        package let reason: String
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
