package import ProjectFiles

/// A learner's way through a course: which lesson is open, what was answered, what comes next.
package struct Learning: Sendable {
    package let course: Course
    package let folder: LearnerFolder
    package private(set) var progress: LearnProgress
    private let judge: Judge

    /// Opens a learner's folder; what was kept there goes on.
    ///
    /// - Parameters:
    ///   - track: The track's folder, or a lesson; nil for what the folder is about, or for the course
    ///     that comes with the program.
    ///   - folder: The learner's folder.
    ///   - judge: Judges the answers.
    /// - Throws: `ProjectError` when a lesson, or what was kept, cannot be read.
    package init(
        track: String?, in folder: LearnerFolder, judge: Judge
    ) throws(ProjectError) {
        self.folder = folder
        self.judge = judge
        let kept = try LearnProgress(path: folder.progressPath)
        progress = kept ?? LearnProgress(track: track)
        if let track { progress.track = track }
        guard let place = progress.track ?? BundledCourse.folder else {
            throw ProjectError(
                file: folder.path, reason: "The course that comes with the program is missing.",
                suggestion: "Name a track: `understudy learn FOLDER`.")
        }
        course = try Course(place)
    }

    /// The open lesson: the one chosen, or the first that is not passed; the last when all are.
    package var current: LessonDocument? {
        if let chosen = progress.current.flatMap({ course.lesson($0) }) { return chosen }
        return course.lessons.first { !progress[$0.id].passed } ?? course.lessons.last
    }

    /// Whether every lesson is passed.
    package var isDone: Bool { course.lessons.allSatisfy { progress[$0.id].passed } }

    /// How many lessons are passed.
    package var passedCount: Int { course.lessons.count { progress[$0.id].passed } }

    /// The number of a lesson in the course, from 1.
    package func number(of lesson: LessonDocument) -> Int {
        (course.lessons.firstIndex { $0.id == lesson.id } ?? 0) + 1
    }

    /// Opens a lesson.
    ///
    /// - Parameter id: Which; nil for the first that is not passed.
    /// - Throws: `ProjectError` when there is none of that name, or its files cannot be written.
    package mutating func open(_ id: String?) throws(ProjectError) {
        if let id, course.lesson(id) == nil {
            throw ProjectError(
                file: course.folder, reason: "There is no lesson '\(id)'.",
                suggestion: "`understudy learn list` shows all of them.")
        }
        progress.current = id.flatMap { course.lesson($0)?.id }
        if let current { try folder.open(current) }
        try keep()
    }

    /// Judges the open lesson's answer as it is on disk.
    ///
    /// - Returns: What it came to; nil when there is nothing to judge yet.
    /// - Throws: `ProjectError`, `ConfinementFailure` when it cannot be judged.
    package func judgement() throws -> Judgement? {
        guard let lesson = current, lesson.judgesCode, let file = folder.watched(lesson) else {
            return nil
        }
        let text = try folder.text(of: file)
        return lesson.kind == .break
            ? try judge.judge(schedule: text, of: lesson)
            : try judge.judge(text, of: lesson, replays: folder.folder(of: lesson))
    }

    /// Notes what judging the open lesson came to.
    ///
    /// - Throws: `ProjectError` when it cannot be kept.
    package mutating func note(_ judgement: Judgement) throws(ProjectError) {
        guard let lesson = current else { return }
        progress[lesson.id].attempts += 1
        if judgement.passed { progress[lesson.id].solved = true }
        passIfDone(lesson)
        try keep()
    }

    /// The questions of a lesson that are not answered rightly so far.
    package func questionsLeft(_ lesson: LessonDocument) -> [LessonQuestion] {
        lesson.questions.filter { question in
            guard let choice = progress[lesson.id].choices["\(question.number)"],
                question.choices.indices.contains(choice)
            else { return true }
            return !question.choices[choice].isRight
        }
    }

    /// Answers a question of the open lesson.
    ///
    /// - Parameters:
    ///   - question: The question.
    ///   - index: The choice, from 0.
    /// - Returns: The choice; nil when there is no such one.
    /// - Throws: `ProjectError` when it cannot be kept.
    package mutating func answer(
        _ question: LessonQuestion, _ index: Int
    ) throws(ProjectError) -> LessonQuestion.Choice? {
        guard let lesson = current, question.choices.indices.contains(index) else { return nil }
        progress[lesson.id].choices["\(question.number)"] = index
        passIfDone(lesson)
        try keep()
        return question.choices[index]
    }

    /// The next hint of a task, and how many there are.
    ///
    /// - Returns: Nil when the task has none.
    /// - Throws: `ProjectError` when it cannot be kept.
    package mutating func hint(
        _ task: LessonTask
    ) throws(ProjectError) -> (text: String, number: Int)? {
        guard let lesson = current, !task.hints.isEmpty else { return nil }
        let shown = progress[lesson.id].hints["\(task.number)"] ?? 0
        let number = min(shown + 1, task.hints.count)
        progress[lesson.id].hints["\(task.number)"] = number
        try keep()
        return (task.hints[number - 1], number)
    }

    /// Begins the open lesson anew: its file, its choices and its hints.
    ///
    /// - Returns: Where the old answer is kept; nil when there was none.
    /// - Throws: `ProjectError` when files cannot be written.
    package mutating func reset() throws(ProjectError) -> String? {
        guard let lesson = current else { return nil }
        let kept = try folder.reset(lesson)
        progress.lessons[lesson.id] = nil
        try keep()
        return kept
    }

    private mutating func passIfDone(_ lesson: LessonDocument) {
        let isSolved = !lesson.judgesCode || progress[lesson.id].solved
        if isSolved, questionsLeft(lesson).isEmpty { progress.pass(lesson.id) }
    }

    private func keep() throws(ProjectError) { try progress.write(to: folder.progressPath) }
}
