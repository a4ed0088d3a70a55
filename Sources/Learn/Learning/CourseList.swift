/// The lessons of a course and how far the learner is, for people.
package struct CourseList {
    private let learning: Learning
    private let isPlain: Bool

    /// Takes a learner's way.
    package init(_ learning: Learning, isPlain: Bool = false) {
        (self.learning, self.isPlain) = (learning, isPlain)
    }

    /// One line for each lesson, and how many are passed.
    package var lines: [String] {
        let course = learning.course
        let width = course.lessons.map(\.id.count).max() ?? 0
        let lessons = course.lessons.enumerated().map { index, lesson in
            let id = lesson.id + String(repeating: " ", count: width - lesson.id.count)
            return "\(mark(lesson)) \(index < 9 ? " " : "")\(index + 1)  \(id)  \(lesson.title)"
                + "  (\(lesson.kind.rawValue)\(lesson.minutes.map { ", \($0) min" } ?? ""))"
        }
        return [course.title, ""] + lessons
            + ["", "\(learning.passedCount) of \(course.lessons.count) lessons passed."]
    }

    private func mark(_ lesson: LessonDocument) -> String {
        let isPassed = learning.progress[lesson.id].passed
        let isOpen = learning.current?.id == lesson.id
        if isPlain { return isPassed ? "passed" : isOpen ? "open  " : "      " }
        return isPassed ? "✓" : isOpen ? "▸" : " "
    }
}
