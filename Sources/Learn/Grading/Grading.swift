package import ProjectFiles

/// Grades what learners have handed in: one folder each, as `understudy learn` leaves it.
package struct Grading: Sendable {
    private let course: Course
    private let judge: Judge

    /// Prepares to grade.
    ///
    /// - Parameters:
    ///   - track: The track's folder; nil for the course that comes with the program.
    ///   - judge: Judges the answers.
    /// - Throws: `ProjectError` when the track cannot be read.
    package init(track: String?, judge: Judge) throws(ProjectError) {
        guard let place = track ?? BundledCourse.folder else {
            throw ProjectError(
                file: ".", reason: "The course that comes with the program is missing.",
                suggestion: "Name a track with --track.")
        }
        course = try Course(place)
        self.judge = judge
    }

    /// The learners in a folder: the folder itself when it is a learner's, otherwise its subfolders.
    ///
    /// - Throws: `ProjectError` when it cannot be read.
    package func learners(in folder: String) throws(ProjectError) -> [LearnerFolder] {
        if isLearner(folder) { return [LearnerFolder(folder)] }
        let names = try FolderListing.names(in: folder).filter { !$0.hasPrefix(".") }
        let found = names.map { "\(folder)/\($0)" }.filter(FolderListing.isFolder)
        guard !found.isEmpty else {
            throw ProjectError(
                file: folder, reason: "There are no answers in this folder.",
                suggestion: "Name a learner's folder, or a folder of them.")
        }
        return found.map { LearnerFolder($0) }
    }

    /// Whether a folder holds answers, or how far somebody is.
    private func isLearner(_ path: String) -> Bool {
        let folder = LearnerFolder(path)
        return ContentFile.stamp(of: folder.progressPath) != nil
            || course.lessons.contains { FolderListing.isFolder(folder.folder(of: $0)) }
    }

    /// Grades a learner.
    ///
    /// - Parameter folder: The learner's folder.
    /// - Returns: The grade; what was not handed in gives no points.
    /// - Throws: `ProjectError`, `ConfinementFailure` when answers cannot be judged.
    package func grade(_ folder: LearnerFolder) throws -> Grade {
        let progress = try LearnProgress(path: folder.progressPath) ?? LearnProgress()
        var tests: [GradedTest] = []
        for lesson in course.lessons {
            if !lesson.tasks.isEmpty { tests += try tasks(lesson, folder) }
            tests += questions(lesson, progress[lesson.id])
        }
        let name = folder.path.split(separator: "/").last.map(String.init) ?? folder.path
        return Grade(learner: name, tests: tests)
    }

    private func tasks(
        _ lesson: LessonDocument, _ folder: LearnerFolder
    ) throws -> [GradedTest] {
        let file = folder.watched(lesson)
        let isThere = file.map { ContentFile.stamp(of: $0) != nil } ?? false
        var judgement = Judgement()
        if let file, isThere {
            let text = try folder.text(of: file)
            judgement =
                lesson.kind == .break
                ? try judge.judge(schedule: text, of: lesson) : try judge.judge(text, of: lesson)
        } else {
            judgement.failures = [JudgedFailure(.expectation, "Nothing was handed in.")]
        }
        return lesson.tasks.map { task in
            let failures = judgement.failures.filter { $0.task == nil || $0.task == task.number }
            let message = failures.map { failure in
                ([failure.message] + failure.details.prefix(4)).joined(separator: "\n  ")
            }
            return GradedTest(
                lesson: lesson.id, name: "\(lesson.title): \(task.title)", number: task.number,
                passed: failures.isEmpty, score: failures.isEmpty ? task.points : 0,
                maximum: task.points, message: message.joined(separator: "\n"),
                output: String(judgement.output.suffix(500)), file: isThere ? file : nil,
                line: failures.first?.line)
        }
    }

    private func questions(
        _ lesson: LessonDocument, _ kept: LearnProgress.Lesson
    ) -> [GradedTest] {
        lesson.questions.map { question in
            let choice = kept.choices["\(question.number)"].flatMap { index in
                question.choices.indices.contains(index) ? question.choices[index] : nil
            }
            let isRight = choice?.isRight ?? false
            return GradedTest(
                lesson: lesson.id, name: "\(lesson.title): \(question.title)",
                number: lesson.tasks.count + question.number, passed: isRight,
                score: isRight ? 1 : 0, maximum: 1,
                message: isRight ? "" : choice?.reason ?? "The question was not answered.",
                output: "", file: nil, line: nil)
        }
    }
}
