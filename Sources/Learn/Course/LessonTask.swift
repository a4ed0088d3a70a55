/// Something to do in a lesson.
package struct LessonTask: Sendable, Equatable {
    /// Its number, from 1.
    package let number: Int
    package let title: String
    /// The lines that say what to do.
    package let text: [String]
    package let points: Int
    /// From a nudge to the explanation.
    package let hints: [String]
    /// Where it stands.
    package let line: Int
}
