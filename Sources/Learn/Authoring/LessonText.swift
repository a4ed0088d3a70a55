/// A lesson as its learner reads it.
package struct LessonText {
    private let lesson: LessonDocument

    /// Takes a lesson.
    package init(_ lesson: LessonDocument) { self.lesson = lesson }

    /// The text, its tasks and its questions; neither hints nor answers.
    package var lines: [String] {
        var lines = [lesson.title, ""] + lesson.introduction
        for task in lesson.tasks {
            lines += ["", "Task \(task.number): \(task.title)", ""] + task.text
        }
        for question in lesson.questions { lines += [""] + Self.lines(of: question) }
        return lines
    }

    /// A question and its answers, each with a letter.
    package static func lines(of question: LessonQuestion) -> [String] {
        let text = question.text.isEmpty ? [] : question.text + [""]
        return ["Question \(question.number): \(question.title)", ""] + text
            + question.choices.enumerated().map { "  \(letter($0))  \($1.text)" }
    }

    /// The letter of a choice.
    package static func letter(_ index: Int) -> String {
        String(UnicodeScalar(UInt8(ascii: "a") + UInt8(clamping: min(index, 25))))
    }
}
