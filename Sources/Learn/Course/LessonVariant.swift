package import ProjectFiles

/// A text of the answer's file that stands in a lesson: the starter, the solution, or another one.
package struct LessonVariant: Sendable {
    /// What its heading says behind the colon; empty for the starter and the solution.
    package let name: String
    package let code: String
    /// The first line of its code.
    package let place: SourcePlace
    /// What judging it must find.
    package let fails: [FailureName]
    /// What a learner reads whose answer fails in the same way.
    package let explanation: [String]
}
