internal import Foundation
internal import ProjectFiles

/// Judges answers: each in a folder of its own, by children of our own program that have limits.
///
/// The answer's code runs in those children only. What they find comes back on a descriptor, behind a
/// secret that was handed over before the answer began, so that an answer that prints a report, or ends
/// the program early, is no better off.
package struct Judge: Sendable {
    /// Our own program.
    private let program: String

    /// How long processors may work for each of the other stages.
    ///
    /// - Units: seconds
    private static let patience = 6.0

    /// Prepares to judge.
    ///
    /// - Parameter program: The file of `understudy`, absolute.
    package init(program: String) { self.program = program }

    /// Judges an answer; the first stage that finds something answers.
    ///
    /// - Parameters:
    ///   - code: The text of the answer's file.
    ///   - lesson: The lesson.
    ///   - wanted: Goes on with further stages until all of these are found.
    ///   - replays: The folder for schedules that show what is wrong; nil for none.
    /// - Returns: What it came to.
    /// - Throws: `ConfinementFailure`, `ProjectError` when the answer could not be judged at all.
    package func judge(
        _ code: String, of lesson: LessonDocument, until wanted: Set<FailureName> = [],
        replays: String? = nil
    ) throws -> Judgement {
        let start = ContinuousClock.now
        var judgement = Judgement()
        func isDone() -> Bool {
            !judgement.passed && wanted.isSubset(of: judgement.names)
        }
        judgement.failures = Fairness.failures(of: code)
        if judgement.passed {
            let scratch = try AnswerFolder(lesson, code: code)
            defer { scratch.remove() }
            let bench = Bench(program: program, lesson: lesson, folder: scratch)
            for stage in stages(lesson) where !isDone() {
                judgement.stage = stage
                switch stage {
                case .check: try bench.check(into: &judgement, patience: Self.patience)
                case .run: try bench.run(into: &judgement, patience: Self.patience)
                default:
                    let left = wanted.subtracting(judgement.names).map(\.defect)
                    // What is no defect is seen at the end only.
                    let kinds = left.contains(nil) ? [] : left.compactMap(\.self)
                    try bench.prove(into: &judgement, until: kinds)
                    if let replays { judgement.replays = scratch.keepReplays(in: replays) }
                }
            }
        }
        judgement.seconds = (ContinuousClock.now - start) / .seconds(1)
        return judgement
    }

    /// Judges a schedule that is to break a lesson's code.
    ///
    /// - Parameters:
    ///   - schedule: The text of the `.tdsched` file.
    ///   - lesson: The lesson, of the kind `break`.
    /// - Returns: What it came to.
    /// - Throws: `ConfinementFailure`, `ProjectError` when it could not be judged at all.
    package func judge(schedule: String, of lesson: LessonDocument) throws -> Judgement {
        let start = ContinuousClock.now
        var judgement = Judgement()
        judgement.stage = .replay
        let scratch = try AnswerFolder(lesson, code: lesson.starter?.code ?? "")
        defer { scratch.remove() }
        let bench = Bench(program: program, lesson: lesson, folder: scratch)
        try bench.replay(schedule, into: &judgement, patience: Self.patience)
        judgement.seconds = (ContinuousClock.now - start) / .seconds(1)
        return judgement
    }

    private func stages(_ lesson: LessonDocument) -> [Judgement.Stage] {
        let explores = lesson.proof != nil || [.break, .measure].contains(lesson.kind)
        return explores ? [.check, .run, .proof] : [.check, .run]
    }
}
