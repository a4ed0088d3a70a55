/// One task or question of one lesson, graded.
package struct GradedTest: Sendable {
    package let lesson: String
    package let name: String
    /// The task or question, from 1.
    package let number: Int
    package let passed: Bool
    package let score: Int
    package let maximum: Int
    /// Why it is not passed; empty when it is.
    package let message: String
    /// What the answer printed.
    package let output: String
    /// The answer's file and line, where there is one.
    package let file: String?
    package let line: Int?
}
